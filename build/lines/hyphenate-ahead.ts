import type { Element, Nodes } from 'hast';
import type { Issue } from '../issue/model.ts';
import { wordPattern } from './breaks.ts';
import { readHyphenation } from './hyphenate.ts';

/** So many words at a time: about a millisecond. */
const atATime = 100;

/**
 * Divides the words of an issue beforehand, while the browser is at work: lines are set sooner when they are known. It lets go after every few words, so
 * that the browser need not wait.
 */
export async function hyphenateAhead({ articles }: Issue): Promise<void> {
  const words = new Map<string, Set<string>>();
  for (const { lang, body, notes } of articles) {
    gather(body, lang, words);
    for (const note of notes) for (const node of note.body) gather(node, lang, words);
  }
  const hyphenate = await readHyphenation(words.keys());
  let count = 0;
  for (const [lang, some] of words) {
    for (const word of some) {
      hyphenate(word, lang);
      if (++count % atATime === 0) await new Promise(setImmediate);
    }
  }
}

/** Adds the words of a tree to those of their language. */
function gather(node: Nodes, lang: string, words: Map<string, Set<string>>): void {
  if (node.type === 'text') {
    const some = words.get(lang) ?? new Set();
    words.set(lang, some);
    for (const [word] of node.value.matchAll(wordPattern)) some.add(word);
  }
  if (!('children' in node)) return;
  const own = (node as Element).properties?.lang;
  for (const child of node.children) gather(child as Nodes, typeof own === 'string' ? own : lang, words);
}
