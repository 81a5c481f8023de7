import { likest } from './likest.ts';
import { matchLists } from './match-lists.ts';
import type { ManuscriptParts } from './split-manuscript.ts';

/**
 * Gives the notes of a manuscript the labels that an earlier one has for the same notes: by their words, equal or
 * nearly. A note that is new gets a label that neither has used.
 */
export function withLabelsOf(
  earlier: ManuscriptParts,
  later: ManuscriptParts,
  used: ReadonlySet<string>,
): ManuscriptParts {
  const labels = new Map<string, string>();
  const texts = ({ notes }: ManuscriptParts): string[] =>
    notes.map(([label, text]) => text.slice(label.length + 4).trim());
  const [before, after] = [texts(earlier), texts(later)];
  const pairs = matchLists(before, after);
  const pair = (i: number, j: number): void => void labels.set(later.notes[j]?.[0] ?? '', earlier.notes[i]?.[0] ?? '');
  for (const [i, j] of pairs) pair(i, j);
  // Between equal notes stand changed ones: each goes to the likest, in order.
  const ends = [...pairs, [before.length, after.length] as const];
  let [i, j] = [0, 0];
  for (const [iEnd, jEnd] of ends) {
    // As many here as there: they are the same notes, in other words.
    if (iEnd - i === jEnd - j) for (let k = 0; j + k < jEnd; k++) pair(i + k, j + k);
    else for (const [to, from] of likest(after.slice(j, jEnd), before.slice(i, iEnd))) pair(i + from, j + to);
    [i, j] = [iEnd + 1, jEnd + 1];
  }
  const taken = new Set([...used, ...earlier.notes.map(([label]) => label), ...labels.values()]);
  let count = 1;
  for (const [label] of later.notes) {
    if (labels.has(label)) continue;
    if (taken.has(label)) while (taken.has(String(count))) count++;
    const fresh = taken.has(label) ? String(count) : label;
    taken.add(fresh);
    labels.set(label, fresh);
  }
  const relabel = (text: string): string =>
    text.replace(/\[\^([^\]\s]+)\]/g, (call, label: string) => (labels.has(label) ? `[^${labels.get(label)}]` : call));
  return {
    front: later.front,
    blocks: later.blocks.map(relabel),
    notes: later.notes.map(([label, text]) => [labels.get(label) ?? label, relabel(text)]),
  };
}
