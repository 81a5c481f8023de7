import type { ElementContent, Root } from 'hast';
import { setDashes } from './dashes.ts';
import { eachRun } from './inline-run.ts';
import { setMinus, setRaised } from './minus.ts';
import { setQuotes } from './quotes.ts';
import { setRanges } from './ranges.ts';
import { setSpaces } from './spaces.ts';

/** Sets quotation marks, dashes and spaces of a tree in place, by the language of each stretch. */
export function typeset(tree: Root | ElementContent[], lang: string): void {
  setRaised(tree);
  eachRun(tree, lang, [setQuotes, setDashes, setRanges, setMinus, setSpaces]);
}

/** Does the same for a plain string. */
export function typesetText(text: string, lang: string): string {
  const node = { type: 'text' as const, value: text.normalize('NFC') };
  typeset([node], lang);
  return node.value;
}
