/** A row of an arrangement: its TeX without the signs that align it. */
export interface ArrangedRow {
  tex: string;
  /** True if nothing stands before its first sign of alignment: it goes on with the row above. */
  isFurther: boolean;
}

const whole =
  /^\s*\\begin\{(align|aligned|alignat|alignedat|split|gather|gathered|eqnarray|flalign|multline|multlined)(\*?)\}/;

/**
 * The rows of a displayed formula that is one arrangement of equations, in TeX, so that each can be set by itself;
 * undefined for any other formula, and for a matrix.
 */
export function rowsOfArrangement(tex: string): ArrangedRow[] | undefined {
  const [opening = '', name = '', star = ''] = whole.exec(tex) ?? [];
  if (name === '') return undefined;
  const closing = `\\end{${name}${star}}`;
  const trimmed = tex
    .trimEnd()
    .replace(/[.,;:]$/, '')
    .trimEnd();
  const stop = tex.trimEnd().slice(trimmed.length);
  if (!trimmed.endsWith(closing)) return undefined;
  let inside = trimmed.slice(trimmed.indexOf(opening) + opening.length, -closing.length);
  if (inside.includes(closing)) return undefined;
  if (/^align(?:ed)?at$/.test(name)) inside = inside.replace(/^\s*\{\d*\}/, '');
  else inside = inside.replace(/^\s*\[[a-z]\]/, '');
  const rows = parted(inside);
  return rows?.map((cells, i) => ({
    tex: joinedCells(cells) + (i === rows.length - 1 ? stop : ''),
    isFurther: i > 0 && cells.length > 1 && (cells[0] ?? '').trim() === '',
  }));
}

/** The cells of a row as one: every second sign parts two equations. */
function joinedCells(cells: readonly string[]): string {
  return cells.reduce((row, cell, i) => row + (i === 0 ? '' : i % 2 === 0 ? ' \\qquad ' : ' {}') + cell, '').trim();
}

/**
 * The cells of rows, parted at the signs that stand in no braces, environment or `\left`; undefined if these do not
 * pair.
 */
function parted(tex: string): string[][] | undefined {
  const rows: string[][] = [['']];
  let depth = 0;
  for (const [sign] of tex.matchAll(signs)) {
    if (/^(?:\{|\\begin|\\left(?![A-Za-z]))/.test(sign)) depth++;
    else if (/^(?:\}|\\end|\\right(?![A-Za-z]))/.test(sign)) depth--;
    if (depth < 0) return undefined;
    const row = rows.at(-1) as string[];
    if (depth === 0 && sign.startsWith('\\\\')) rows.push(['']);
    else if (depth === 0 && sign === '&') row.push('');
    else row.push(`${row.pop() ?? ''}${sign}`);
  }
  if (depth !== 0) return undefined;
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

/** What TeX reads as one: the end of a row with its space, a command, an escaped sign, or any other character. */
const signs = /\\\\\*?(?:\s*\[[^\]]*\])?|\\[A-Za-z]+\*?|\\[\s\S]|[\s\S]/g;

/**
 * TeX in which brackets that grow with what they hold have a fixed size instead, by the height of the whole in
 * thousandths of an em: a line may then end between them.
 */
export function withFixedBrackets(tex: string, height: number): string {
  const size = height < 1500 ? 'big' : height < 2100 ? 'Big' : height < 2700 ? 'bigg' : 'Bigg';
  return tex.replace(
    /\\(left|middle|right)(?![A-Za-z])\s*(\\[A-Za-z]+|\\.|[\s\S])/g,
    (_, side: 'left' | 'middle' | 'right', sign: string) =>
      sign === '.' ? '' : `\\${size}${{ left: 'l', middle: 'm', right: 'r' }[side]}${sign} `,
  );
}
