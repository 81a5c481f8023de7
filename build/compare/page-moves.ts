import { wholeChange } from './blocks/block-changes.ts';
import type { BlockMatches } from './blocks/match-blocks.ts';
import { type EditionChange, nameOfBlock } from './change.ts';
import { type ComparedBlock, type ComparedPart, type ComparedSide, type TextBlock, wordsOfTokens } from './model.ts';

/**
 * Finds what only stands on another page: articles as a whole, and in an article what moved more or less than its
 * beginning. Blocks that moved together are reported once.
 */
export function pageMoves(
  pairs: readonly (readonly [ComparedPart, ComparedPart])[],
  { pairs: blocks, moved }: BlockMatches,
  before: ComparedSide,
  after: ComparedSide,
): EditionChange[] {
  const places = [before, after].map(({ pages }) => new Map(pages.map(({ folio }, i) => [folio, i])));
  const indexOf = (side: 0 | 1, folio: string) => places[side]?.get(folio) ?? Number(folio);
  const changes: EditionChange[] = [];
  for (const [one, other] of pairs) {
    if (one.isArticle && one.first && other.first && (one.first !== other.first || one.last !== other.last))
      changes.push({
        ...articleMove(one, other),
        before: pagesOf(one),
        after: pagesOf(other),
      });
    const shift = one.first && other.first ? indexOf(1, other.first) - indexOf(0, one.first) : 0;
    for (const list of ['blocks', 'notes'] as const) {
      let run: { change: EditionChange; count: number; by: number } | undefined;
      for (const block of one[list]) {
        const there = blocks.get(block);
        const [from, to] = [pageOf(block), there && pageOf(there)];
        if (!there || !from || !to || moved.has(block)) {
          run = undefined;
          continue;
        }
        const by = indexOf(1, to) - indexOf(0, from) - shift;
        if (by === 0 || Number.isNaN(by)) {
          run = undefined;
          continue;
        }
        if (run?.by === by && run.change.before === from) {
          run.count++;
          run.change.remark = remarkOf(there, run.count);
          continue;
        }
        const whole = wholeChange(
          'moved',
          { part: other, block: there },
          {
            before: { part: one, block },
            after: { part: other, block: there },
          },
        );
        const words = list === 'notes' ? whole.name : [whole.name, quoted(there)].filter(Boolean).join(' ');
        run = { change: { ...whole, name: words, before: from, after: to }, count: 1, by };
        changes.push(run.change);
      }
    }
  }
  return changes.map((change) => ({
    ...change,
    remark: ['to another page', change.remark].filter(Boolean).join(', '),
  }));
}

const pageOf = (block: ComparedBlock): string | undefined => block.page ?? block.tokens[0]?.page;
const pagesOf = ({ first, last }: ComparedPart): string => (first === last ? `${first}` : `${first}–${last}`);

function quoted(block: TextBlock): string {
  const words = wordsOfTokens(block.tokens.slice(0, 5));
  return words ? `“${words}${block.tokens.length > 5 ? ' …' : ''}”` : '';
}

function remarkOf(last: ComparedBlock, count: number): string {
  return `with ${count - 1} more, the last ${last.label ? nameOfBlock(last) : quoted(last)}`;
}

function articleMove(one: ComparedPart, other: ComparedPart): EditionChange {
  const head = (part: ComparedPart): TextBlock =>
    part.facts[0] ?? part.blocks[0] ?? { kind: 'heading', tokens: [], calls: [] };
  return {
    kind: 'moved',
    what: 'moved',
    name: 'article',
    article: other.title,
    before: '',
    after: '',
    around: ['', ''],
    places: { before: {}, after: {} },
    spots: {
      before: { part: one, block: head(one), from: 0, to: 0 },
      after: { part: other, block: head(other), from: 0, to: 0 },
    },
  };
}
