import { wordsIn } from '../gate.ts';

/** The likeness from which on two texts are taken for versions of one. */
const least = 0.4;

/** For texts of a list the likest of another, as indexes, both in order; those that have none are not there. */
export function likest(texts: readonly string[], others: readonly string[]): Map<number, number> {
  const found = new Map<number, number>();
  const words = others.map(wordsIn);
  let from = 0;
  for (const [i, text] of texts.entries()) {
    const own = wordsIn(text);
    let best = { at: -1, likeness: least };
    for (let j = from; j < others.length; j++) {
      const likeness = likenessOf(own, words[j] as string[]);
      if (likeness > best.likeness) best = { at: j, likeness };
    }
    if (best.at < 0) continue;
    found.set(i, best.at);
    from = best.at + 1;
  }
  return found;
}

/** The share of words that two texts have in common, from 0 to 1. */
function likenessOf(left: readonly string[], right: readonly string[]): number {
  const bag = new Map<string, number>();
  for (const word of left) bag.set(word, (bag.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of right) {
    const count = bag.get(word) ?? 0;
    if (count === 0) continue;
    bag.set(word, count - 1);
    same++;
  }
  return left.length + right.length === 0 ? 1 : (2 * same) / (left.length + right.length);
}
