import type { ElementContent, Root } from 'hast';
import { setDashes } from './dashes.ts';
import { eachRun } from './inline-run.ts';
import { setMinus, setRaised } from './minus.ts';
import { setOperands } from './operands.ts';
import { setOrdinals } from './ordinals.ts';
import { setQuotes } from './quotes.ts';
import { setRanges } from './ranges.ts';
import { setSpaces } from './spaces.ts';

/** Sets quotation marks, dashes, spaces and ordinals of a tree in place, by the language of each stretch. */
export function typeset(tree: Root | ElementContent[], lang: string): void {
  setOrdinals(tree, lang);
  setSigns(tree, lang);
}

function setSigns(tree: Root | ElementContent[], lang: string): void {
  setRaised(tree);
  eachRun(tree, lang, [setQuotes, setDashes, setRanges, setMinus, setOperands, setSpaces]);
}

/** Does the same for a plain string, in which nothing is raised. */
export function typesetText(text: string, lang: string): string {
  const node = { type: 'text' as const, value: text.normalize('NFC') };
  setSigns([node], lang);
  return node.value;
}
