/** Millimetres of each unit that a length may have. Points are those of Word and CSS, 72 to an inch; pixels are CSS’s, as Pandoc takes them. */
const millimetres: Record<string, number> = {
  mm: 1,
  cm: 10,
  in: 25.4,
  inch: 25.4,
  '"': 25.4,
  pt: 25.4 / 72,
  pc: 25.4 / 6,
  px: 25.4 / 96,
  '': 25.4 / 96,
};

/** What a length may be, for messages. */
export const lengthsAllowed = '{width=60mm}, 6cm, 2.4in, 170pt, 227px, or a share of the column: {width=50%}';

/**
 * A length as other Markdowns write it (`8cm`, `4in`, `300px`, `.5\textwidth`) in millimetres or as a share of the column; undefined for one
 * that is not known, is nothing, or is more than all of the column or half a metre.
 */
export function lengthOf(written: string): string | undefined {
  const [, digits = '', unit = ''] =
    /^\s*(\d+(?:[.,]\d+)?|[.,]\d+)\s*([a-z%"]*|\\(?:text|line|column)width)\s*$/i.exec(written) ?? [];
  const number = Number(digits.replace(',', '.'));
  if (!digits || number <= 0) return undefined;
  if (unit === '%') return number <= 100 ? `${number}%` : undefined;
  if (unit.startsWith('\\')) return number <= 1 ? `${rounded(number * 100)}%` : undefined;
  const factor = millimetres[unit.toLowerCase()];
  return factor && number * factor <= 500 ? `${rounded(number * factor)}mm` : undefined;
}

function rounded(number: number): number {
  return Number(number.toFixed(2));
}
