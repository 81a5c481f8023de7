/**
 * The millimetres in each unit of length. Points are those of Word and CSS, 72 to an inch; pixels are those of CSS, as
 * Pandoc takes them.
 */
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

/** A list of the allowed lengths, for messages. */
export const lengthsAllowed = '{width=60mm}, 6cm, 2.4in, 170pt, 227px, or a share of the column: {width=50%}';

/**
 * Converts a length of any Markdown dialect (`8cm`, `4in`, `300px`, `.5\textwidth`) to millimetres or a share of the
 * column. Undefined if the unit is unknown, or the length is 0, over 100 % of the column or over half a metre.
 */
export function readLength(written: string): string | undefined {
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
