import { longestRise } from '../text/longest-rise.ts';
import { likeness } from './blocks/likeness.ts';
import type { EditionChange } from './change.ts';
import type { ComparedPart, TextBlock } from './model.ts';

/** The parts of two editions that belong together. */
export interface PartMatches {
  pairs: (readonly [before: ComparedPart, after: ComparedPart])[];
  removed: ComparedPart[];
  added: ComparedPart[];
  before: readonly ComparedPart[];
  after: readonly ComparedPart[];
}

/** Pairs the parts of two editions: by their ids, and others by their words, as after a manuscript was renamed. */
export function matchParts(before: readonly ComparedPart[], after: readonly ComparedPart[]): PartMatches {
  const byId = new Map(after.map((part) => [part.id, part]));
  const pairs = before.flatMap((part): [ComparedPart, ComparedPart][] => {
    const other = byId.get(part.id);
    return other && other.isArticle === part.isArticle ? [[part, other]] : [];
  });
  const [olds, news] = [0, 1].map((side) => new Set(pairs.map((pair) => pair[side as 0 | 1]))) as [
    Set<ComparedPart>,
    Set<ComparedPart>,
  ];
  const removed = before.filter((part) => !olds.has(part));
  const added = after.filter((part) => !news.has(part));
  for (const part of [...removed]) {
    const likes = added.map((other) => ({ other, like: likeness(wordsOf(part), wordsOf(other)) }));
    const [best] = likes.sort((one, other) => other.like - one.like);
    if (!best || best.like < 0.5) continue;
    pairs.push([part, best.other]);
    removed.splice(removed.indexOf(part), 1);
    added.splice(added.indexOf(best.other), 1);
  }
  return { pairs, removed, added, before, after };
}

const words = new WeakMap<ComparedPart, TextBlock>();

function wordsOf(part: ComparedPart): TextBlock {
  const known = words.get(part) ?? {
    kind: 'paragraph',
    calls: [],
    tokens: [...part.facts, ...part.blocks, ...part.notes].flatMap(({ tokens }) => tokens),
  };
  words.set(part, known);
  return known;
}

/** Articles that were put in, taken out, or that stand in another order. */
export function orderChanges({ pairs, removed, added, before, after }: PartMatches): EditionChange[] {
  const change = (
    what: EditionChange['what'],
    one: ComparedPart | undefined,
    other: ComparedPart | undefined,
  ): EditionChange => {
    const place = (list: readonly ComparedPart[], part: ComparedPart | undefined) =>
      part ? `${list.filter(({ isArticle }) => isArticle).indexOf(part) + 1}` : '';
    const part = (other ?? one) as ComparedPart;
    const spot = (there: ComparedPart | undefined) =>
      there && { part: there, block: changeHead(there), from: 0, to: 0 };
    return {
      kind: 'order',
      what,
      name: part.isArticle ? 'article' : 'part',
      article: part.title,
      before: place(before, one),
      after: place(after, other),
      around: ['', ''],
      places: { before: {}, after: {} },
      spots: { before: spot(one), after: spot(other) },
    };
  };
  const articles = pairs
    .filter(([part]) => part.isArticle)
    .sort((one, other) => before.indexOf(one[0]) - before.indexOf(other[0]));
  const stay = new Set(longestRise(articles.map(([, other]) => after.indexOf(other))));
  return [
    ...articles.flatMap(([one, other], at) => (stay.has(at) ? [] : [change('moved', one, other)])),
    ...removed.map((part) => change('removed', part, undefined)),
    ...added.map((part) => change('added', undefined, part)),
  ];
}

const changeHead = (part: ComparedPart): TextBlock =>
  part.facts[0] ?? part.blocks[0] ?? { kind: 'heading', tokens: [], calls: [] };
