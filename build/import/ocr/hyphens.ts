import type { Nodes, RootContent, Text } from 'mdast';
import { visit } from '../../text/visit.ts';
import { wordsIn } from '../gate.ts';
import { type Doubt, firstWords, type WordChange } from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import { placeOf } from './place.ts';

/** A word that a line's end parted, and its new form. */
export interface JoinedWord {
  /** The word as it is written now: joined, or with its hyphen. */
  word: string;
  confidence: number;
  isJoined: boolean;
}

/** Decides about hyphens at the ends of lines, by the other words of the same text. */
export interface Hyphens {
  decide(first: string, second: string): JoinedWord;
}

/**
 * The hyphens of a text, whose words without a line's end inside say how it writes them. `decided` is what an editor
 * said of `first-second`.
 */
export function hyphensOf(text: string, decided: (words: string) => string | undefined = () => undefined): Hyphens {
  const known = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*(?![-‐¬\u00ad]\s*\n)/gu)) {
    const key = word.toLowerCase();
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return {
    decide(first, second) {
      const [joined, hyphened] = [`${first}${second}`, `${first}-${second}`];
      const own = decided(hyphened);
      if (own !== undefined) return { word: own, confidence: 0.6, isJoined: own !== hyphened };
      const [asJoined, asHyphened] = [joined, hyphened].map((word) => known.get(word.toLowerCase()) ?? 0);
      if (asHyphened && asHyphened > (asJoined ?? 0)) return { word: hyphened, confidence: 0.95, isJoined: false };
      if (asJoined) return { word: joined, confidence: 0.97, isJoined: true };
      // Both halves are words of the text by themselves: a compound, more likely than a divided word.
      const isCompound = (known.get(first.toLowerCase()) ?? 0) > 0 && (known.get(second.toLowerCase()) ?? 0) > 1;
      if (isCompound && first.length > 3 && second.length > 3)
        return { word: hyphened, confidence: 0.6, isJoined: false };
      return { word: joined, confidence: 0.85, isJoined: true };
    },
  };
}

/** A hyphen at a line's end, with the letters around. */
const hyphenAtEnd = /([\p{L}\p{M}]+)[-‐¬\u00ad][ \t]*\n[ \t]*([\p{Ll}\p{M}]+)/gu;

/** Joins the words that the ends of lines part within texts. */
export function joinWords(
  nodes: readonly RootContent[],
  hyphens: Hyphens,
): { doubts: Doubt[]; changes: WordChange[]; count: number } {
  const doubts: Doubt[] = [];
  const changes: WordChange[] = [];
  let count = 0;
  for (const block of nodes)
    visit(block, 'text', (node: Text) => {
      node.value = node.value.replace(hyphenAtEnd, (_found, first: string, second: string) => {
        count++;
        const joined = hyphens.decide(first, second);
        tellJoined(joined, [first, second], block, doubts, changes);
        return joined.word;
      });
    });
  return { doubts, changes, count };
}

/** Declares a joined word, and makes a doubt of it where the text does not know it. */
export function tellJoined(
  { word, confidence, isJoined }: JoinedWord,
  [first, second]: readonly [string, string],
  block: Nodes,
  doubts: Doubt[],
  changes: WordChange[],
): void {
  const at = placeOf(block);
  const [asTwo, asOne] = [`${first} ${second}`, wordsIn(word).join(' ')];
  if (isJoined) changes.push({ from: asTwo, to: asOne, at, why: 'hyphen at a line’s end' });
  if (confidence >= 0.8) return;
  doubts.push({
    rule: 'import-joined',
    confidence,
    at,
    words: firstWords(`${first}-${second}`),
    found: `${first}-${second}, parted at a line’s end, is nowhere else in the text`,
    made: word,
    instead: [isJoined ? `${first}-${second}` : `${first}${second}`],
    node: block,
  });
}

/** The text of blocks, for {@link hyphensOf}. */
export function textOfBlocks(nodes: readonly RootContent[]): string {
  return nodes.map(textOfTree).join('\n\n');
}
