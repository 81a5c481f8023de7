import type { Declaration } from 'postcss';
import type { Measures } from './check-measures.ts';
import { columnTokens, textWidthOf } from './compute-tokens.ts';
import { points, shown } from './lengths.ts';
import { type StyleFault, stylePlace, stylesheetOf } from './style-error.ts';

/** In em of the text inside: a narrower column has room for two words in a line. */
const narrowest = 10;

/** Checks the columns of text and notes against the width between the margins. */
export function checkColumns(measures: Measures): StyleFault[] {
  const { sheet, declared, tokens, isOwn } = measures;
  const width = textWidthOf(tokens);
  if (width === undefined || width <= 0) return [];
  const faults: StyleFault[] = [];
  // Columns of the house are narrow because of the journal’s own values, which are reported once, at their place.
  const own = (size: string): Declaration | undefined =>
    ['--page-width', '--margin-inner', '--margin-outer', size]
      .flatMap((token) => declared.get(token) ?? [])
      .find((token) => isOwn(stylesheetOf(token)));
  const report = (fault: StyleFault): void => {
    if (
      !faults.some(
        ({ path, line, column }) => `${path}:${line}:${column}` === `${fault.path}:${fault.line}:${fault.column}`,
      )
    )
      faults.push(fault);
  };
  for (const { count, gap, size, least } of columnTokens) {
    const em = points(tokens.get(size));
    const between = points(tokens.get(gap));
    if (em === undefined || between === undefined) continue;
    const widthOf = (columns: number) => (width - (columns - 1) * between) / columns;
    const fault = (at: Declaration, columns: number, narrow: number): StyleFault => ({
      ...stylePlace(at),
      rule: 'style-fits',
      found: `${columns === 1 ? 'A column' : `${columns} columns`} of ${shown(Math.max(0, widthOf(columns)))} ${columns === 1 ? 'is' : 'are each'} ${Number((widthOf(columns) / em).toFixed(1))} em wide, at ${shown(em, 'pt')}`,
      expected: `${Number((narrow / em).toFixed(1))} em at least`,
      fix:
        columns === 1
          ? `Make the page wider, or the margins or ${size} smaller.`
          : `Take fewer columns, a wider page, or narrower margins${narrow > narrowest * em ? `; or allow such columns by a smaller ${least}` : ''}.`,
    });
    const rooted = declared.get(count);
    sheet.walkDecls(count, (declaration) => {
      const columns = Number(declaration.value);
      const isRoot = declaration === rooted;
      if (!Number.isInteger(columns) || columns < 1) return;
      // On :root the last declaration counts; of the house’s own tokens, only the computed values.
      if (!isRoot && isOnRoot(declaration)) return;
      const asked = isRoot ? (isOwn(stylesheetOf(declaration)) ? columns : Number(tokens.get(count))) : columns;
      const limit = isRoot && isOwn(stylesheetOf(declaration)) && asked > 1 ? (points(tokens.get(least), em) ?? 0) : 0;
      const narrow = Math.max(narrowest * em, limit);
      if (widthOf(asked) < narrow - 0.5) {
        const at = isOwn(stylesheetOf(declaration)) ? declaration : (own(size) ?? declaration);
        report(fault(at, asked, narrow));
      }
    });
  }
  return faults;
}

function isOnRoot({ parent }: Declaration): boolean {
  return parent?.type === 'rule' && (parent as { selector?: string }).selector === ':root';
}
