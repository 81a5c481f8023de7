import type { LayoutUnit } from './units.ts';

/** The number of letters that a page has, as a rule. Only the number of a folio’s digits depends on it. */
const lettersPerPage = 3000;

/**
 * The probable folios of the ids that each unit refers to, from how many letters stand before them in the issue: lines
 * are set around them, and hold when the true ones come. Of where a unit begins only the number of digits counts, so
 * that a change in one article does not change how another is laid out. `firstPage` is the folio of the first page.
 */
export function guessFolios(units: readonly LayoutUnit[], firstPage: number): Record<string, string>[] {
  const references = units.map(({ html }) => referencesIn(html));
  if (references.every(({ size }) => size === 0)) return units.map(() => ({}));
  const wanted = new Set(references.flatMap((ids) => [...ids]));
  const guesses = new Map<string, string>();
  let begin = firstPage;
  for (const { html } of units) {
    const pages = Math.max(1, Math.ceil(lettersIn(html) / lettersPerPage));
    const base = Math.floor(2.44 * 10 ** (String(begin).length - 1));
    for (const { 1: id = '', index } of html.matchAll(/\sid="([^"]*)"/g))
      if (wanted.has(id)) guesses.set(id, String(base + Math.floor((pages * index) / html.length)));
    begin += pages;
  }
  return references.map((ids) =>
    Object.fromEntries([...ids].sort().flatMap((id) => (guesses.has(id) ? [[id, guesses.get(id) as string]] : []))),
  );
}

/** The ids whose folios are printed in the texts of a unit. */
function referencesIn(html: string): Set<string> {
  const ids = new Set<string>();
  for (const [, value = ''] of html.matchAll(/\sdata-(?:of|to)="([^"]*)"/g))
    for (const id of value.split(' ')) if (id) ids.add(id);
  return ids;
}

function lettersIn(html: string): number {
  let letters = 0;
  for (const { 0: text } of html.matchAll(/>[^<]+/g)) letters += text.length - 1;
  return letters;
}
