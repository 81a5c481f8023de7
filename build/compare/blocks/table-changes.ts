import { type EditionChange, nameOfBlock, type Spot } from '../change.ts';
import { type ComparedPart, isTable, type TextBlock, wordsOfTokens } from '../model.ts';
import { alignAlike, alignSame, gapsBetween, type IndexPair } from './align.ts';
import { type BlockPair, type Links, wholeChange, wordChanges } from './block-changes.ts';
import { foldedWords, likeness } from './likeness.ts';

/** The changes in the cells of two tables: cells, and rows and columns that were put in, taken out or moved. */
export function tableChanges(pair: BlockPair, links: Links): EditionChange[] {
  const { before, after } = pair;
  if (!isTable(before.block) || !isTable(after.block)) return [];
  const name = nameOfBlock(after.block);
  const [olds, news] = [before.block.rows, after.block.rows];
  const columns = alignColumns(olds, news);
  const rows = alignRows(olds, news, columns);
  const changes: EditionChange[] = [];
  const whole = (what: EditionChange['what'], had: readonly TextBlock[], has: readonly TextBlock[], where: string) => {
    const change = wholeChange(what, after, pair);
    const text = (cells: readonly TextBlock[]) => cells.map(({ tokens }) => wordsOfTokens(tokens)).join(' | ');
    changes.push({
      ...change,
      kind: what === 'moved' ? 'moved' : 'table',
      what,
      name: `${name}: ${where}`,
      before: text(what === 'moved' ? has : had),
      after: text(has),
      // Where there is no such row, its table is the place.
      spots: {
        before: spotOfCells(before.part, had) ?? change.spots.before,
        after: spotOfCells(after.part, has) ?? change.spots.after,
      },
    });
  };
  for (const row of rows.pairs)
    for (const [one, other] of columns) {
      const [old, now] = [olds[row[0]]?.[one], news[row[1]]?.[other]];
      if (!old || !now) continue;
      const cell = `${name}: row ${row[1] + 1}, column ${other + 1}`;
      const named = (block: TextBlock): TextBlock => ({ ...block, name: cell });
      const inside = {
        before: { part: before.part, block: named(old) },
        after: { part: after.part, block: named(now) },
      };
      changes.push(...wordChanges(inside, links).map((change) => wholeCell(change, old, now)));
    }
  for (const [one, other] of rows.moved)
    whole('moved', olds[one] ?? [], news[other] ?? [], `row ${one + 1}, now ${other + 1}`);
  for (const [at, row] of olds.entries()) if (!rows.olds.has(at)) whole('removed', row, [], `row ${at + 1}`);
  for (const [at, row] of news.entries()) if (!rows.news.has(at)) whole('added', [], row, `row ${at + 1}`);
  const [had, has] = [olds, news].map((all) => Math.max(0, ...all.map(({ length }) => length))) as [number, number];
  const column = (all: TextBlock[][], at: number) => all.flatMap((row) => row[at] ?? []);
  for (let at = 0; at < had; at++)
    if (!columns.some(([one]) => one === at)) whole('removed', column(olds, at), [], `column ${at + 1}`);
  for (let at = 0; at < has; at++)
    if (!columns.some(([, other]) => other === at)) whole('added', [], column(news, at), `column ${at + 1}`);
  return changes;
}

/** The first words of a row or a column. */
function spotOfCells(part: ComparedPart, cells: readonly TextBlock[]): Spot | undefined {
  const block = cells.find(({ tokens }) => tokens.length > 0);
  return block && { part, block, from: 0, to: block.tokens.length };
}

/** A cell of few words is reported as a whole. */
function wholeCell(change: EditionChange, old: TextBlock, now: TextBlock): EditionChange {
  if (change.kind !== 'table' || old.tokens.length > 8 || now.tokens.length > 8) return change;
  return {
    ...change,
    what: 'changed',
    before: wordsOfTokens(old.tokens),
    after: wordsOfTokens(now.tokens),
    around: ['', ''],
  };
}

const keyOf = (cells: readonly TextBlock[]): string => cells.map(foldedWords).join('\u0001');
const rowBlock = (cells: readonly TextBlock[]): TextBlock => ({
  kind: 'table',
  tokens: cells.flatMap(({ tokens }) => tokens),
  calls: [],
});

/** Which columns belong together: all in order, unless some were put in or taken out. */
function alignColumns(olds: TextBlock[][], news: TextBlock[][]): IndexPair[] {
  const [had, has] = [olds, news].map((all) => Math.max(0, ...all.map(({ length }) => length))) as [number, number];
  const all = (count: number) => Array.from({ length: count }, (_, i) => i);
  if (had === has) return all(had).map((i) => [i, i]);
  const column = (rows: TextBlock[][], at: number) => rowBlock(rows.flatMap((row) => row[at] ?? []));
  return alignAlike(all(had), all(has), (one, other) => likeness(column(olds, one), column(news, other)));
}

function alignRows(olds: TextBlock[][], news: TextBlock[][], columns: readonly IndexPair[]) {
  // Rows are compared in the columns that both tables have.
  const [old, now] = [
    olds.map((row) => columns.flatMap(([one]) => row[one] ?? [])),
    news.map((row) => columns.flatMap(([, other]) => row[other] ?? [])),
  ];
  const pairs = alignSame(old.map(keyOf), now.map(keyOf));
  const taken = { olds: new Set(pairs.map(([one]) => one)), news: new Set(pairs.map(([, other]) => other)) };
  const take = (one: number, other: number): void => {
    taken.olds.add(one);
    taken.news.add(other);
  };
  const moved: IndexPair[] = [];
  for (const [one, row] of old.entries()) {
    if (taken.olds.has(one) || keyOf(row).length < 4) continue;
    const other = now.findIndex((cells, at) => !taken.news.has(at) && keyOf(cells) === keyOf(row));
    if (other < 0) continue;
    moved.push([one, other]);
    take(one, other);
  }
  const found: IndexPair[] = [...pairs];
  for (const gap of gapsBetween(pairs, old.length, now.length)) {
    const free = (range: readonly [number, number], set: Set<number>) =>
      Array.from({ length: range[1] - range[0] }, (_, i) => range[0] + i).filter((at) => !set.has(at));
    const [left, right] = [free(gap.before, taken.olds), free(gap.after, taken.news)];
    const isEven = left.length === right.length;
    const alike = alignAlike(left, right, (one, other) => {
      const like = likeness(rowBlock(old[one] ?? []), rowBlock(now[other] ?? []));
      const sameHead = keyOf((old[one] ?? []).slice(0, 1)) === keyOf((now[other] ?? []).slice(0, 1));
      return like >= 0.4 || sameHead ? like + (sameHead ? 0.5 : 0) : isEven ? 0.01 : 0;
    });
    for (const [one, other] of alike) {
      found.push([one, other]);
      take(one, other);
    }
  }
  return { pairs: found.sort((a, b) => a[1] - b[1]), moved, ...taken };
}
