/** A printed page: its folio, empty if it is not counted, and a hash of what is printed on it besides the folio. */
export interface HashedPage {
  folio: string;
  hash: string;
}

/** The pages of an issue that differ from those of an earlier build, as indexes from 0. */
export interface PageChanges {
  /** In the new pages: other content where a page was. */
  changed: number[];
  /** In the new pages: more pages than there were between the same neighbours. */
  added: number[];
  /** In the old pages: no page stands for them any more. */
  gone: number[];
  /** In the old and the new pages: the same content under another folio. */
  moved: [before: number, after: number][];
}

/**
 * Compares an issue’s pages with those of an earlier build. Pages that are the same are found in the same order
 * wherever they stand, so that a page that is put in does not make all behind it changed ones.
 */
export function changedPages(before: readonly HashedPage[], after: readonly HashedPage[]): PageChanges {
  const changes: PageChanges = { changed: [], added: [], gone: [], moved: [] };
  let [old, now] = [0, 0];
  for (const [one, other] of [...samePages(before, after), [before.length, after.length] as const]) {
    while (old < one && now < other) {
      changes.changed.push(now++);
      old++;
    }
    while (now < other) changes.added.push(now++);
    while (old < one) changes.gone.push(old++);
    if (one < before.length && before[one]?.folio !== after[other]?.folio) changes.moved.push([one, other]);
    [old, now] = [one + 1, other + 1];
  }
  return changes;
}

/** A sentence on the pages that changed; undefined where there were none before. */
export function changedPagesSaid(before: readonly HashedPage[], after: readonly HashedPage[]): string | undefined {
  if (before.length === 0) return undefined;
  const { changed, added, gone, moved } = changedPages(before, after);
  const said: string[] = [];
  if (changed.length > 1 && changed.length === after.length) said.push(`all ${after.length} pages changed`);
  else if (changed.length > 0) said.push(`${listed(after, changed)} changed`);
  if (added.length > 0) said.push(`${listed(after, added)} ${added.length > 1 ? 'are' : 'is'} new`);
  if (gone.length > 0) said.push(`${listed(before, gone)} ${gone.length > 1 ? 'are' : 'is'} gone`);
  for (const run of runsOf(moved)) {
    const from = listed(
      before,
      run.map(([one]) => one),
    );
    const to = listed(
      after,
      run.map(([, other]) => other),
    );
    said.push(
      `${from} ${run.length > 1 ? 'are' : 'is'} now ${bare(from) && bare(to) ? to.replace(/^pages? /, '') : to}`,
    );
  }
  return `Since the last build: ${said.join('; ') || 'no page changed'}.`;
}

type Pair = readonly [before: number, after: number];

/** The table of the comparison has no more cells; larger issues are compared at their beginnings and ends only. */
const mostCells = 16_000_000;

/** The pages that are the same in both, in order: as many as possible. */
function samePages(before: readonly HashedPage[], after: readonly HashedPage[]): Pair[] {
  const same = (one: number, other: number): boolean => before[one]?.hash === after[other]?.hash;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && same(head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && same(before.length - 1 - tail, after.length - 1 - tail)) tail++;
  const pairs: Pair[] = Array.from({ length: head }, (_, index) => [index, index]);
  const [rows, columns] = [before.length - head - tail, after.length - head - tail];
  if ((rows + 1) * (columns + 1) <= mostCells) {
    // By cell: the number of equal pages from there to the end.
    const width = columns + 1;
    const counts = new Uint32Array((rows + 1) * width);
    const at = (row: number, column: number): number => counts[row * width + column] ?? 0;
    for (let row = rows - 1; row >= 0; row--)
      for (let column = columns - 1; column >= 0; column--)
        counts[row * width + column] = same(head + row, head + column)
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    for (let [row, column] = [0, 0]; row < rows && column < columns; ) {
      if (same(head + row, head + column)) pairs.push([head + row++, head + column++]);
      else if (at(row + 1, column) >= at(row, column + 1)) row++;
      else column++;
    }
  }
  for (let left = tail; left > 0; left--) pairs.push([before.length - left, after.length - left]);
  return pairs;
}

/** Pages that moved side by side. */
function runsOf(moved: PageChanges['moved']): PageChanges['moved'][] {
  const runs: PageChanges['moved'][] = [];
  for (const pair of moved) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && pair[0] === last[0] + 1 && pair[1] === last[1] + 1) run.push(pair);
    else runs.push([pair]);
  }
  return runs;
}

/** Pages by their folios: `pages 12–14, 31`; those without one by their place in the PDF: `the PDF’s page 1`. */
function listed(pages: readonly HashedPage[], indexes: readonly number[]): string {
  const folios = indexes.flatMap((index) => pages[index]?.folio || []);
  const others = indexes.filter((index) => !pages[index]?.folio).map((index) => String(index + 1));
  const words = [folios.length > 0 ? ranges(folios) : '', others.length > 0 ? `the PDF’s ${ranges(others)}` : ''];
  return words.filter(Boolean).join(' and ');
}

function bare(list: string): boolean {
  return !list.includes('PDF');
}

/** `page 12`, `pages 12–14, 31`. */
function ranges(numbers: readonly string[]): string {
  const found: [first: string, last: string][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && Number(number) === Number(last[1]) + 1) last[1] = number;
    else found.push([number, number]);
  }
  const told = found.map(([first, last]) => (first === last ? first : `${first}–${last}`));
  return `${numbers.length > 1 ? 'pages' : 'page'} ${told.join(', ')}`;
}
