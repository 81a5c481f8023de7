import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Languages } from '../languages/languages.ts';
import { attributesOf } from '../manuscript/tree.ts';
import { SKIP, visit } from '../text/visit.ts';
import { addText, emptyRun, type InlineRun, opaque } from '../typography/inline-run.ts';
import { setSpaces } from '../typography/spaces.ts';

/**
 * Makes plain spaces of the no-break spaces that typography sets by itself: between initials, after a short
 * preposition, before French marks. In a manuscript they would only be noise; the others stay.
 */
export function writePlainSpaces(tree: Root, lang: string, languages: Languages): void {
  visit(tree, (node) => {
    if (!('children' in node) || !(node.children as Nodes[]).some(({ type }) => type === 'text')) return undefined;
    const run = emptyRun(lang, languages);
    const parts: { node: Text; from: number }[] = [];
    collect(node as Parents, lang, run, parts);
    if (!parts.some(({ node: text }) => text.value.includes('\u00a0'))) return SKIP;
    setSpaces(run);
    for (const { node: text, from } of parts)
      text.value = text.value.replace(/\u00a0/g, (space, at: number) => (run.cells[from + at] === ' ' ? space : ' '));
    return SKIP;
  });
}

/** Adds the text of a node to a run, with plain spaces, as typography will see it. */
function collect({ children }: Parents, lang: string, run: InlineRun, parts: { node: Text; from: number }[]): void {
  for (const child of children as Nodes[]) {
    if (child.type === 'text') {
      parts.push({ node: child, from: run.text.length });
      addText(run, child.value.replaceAll('\u00a0', ' '), lang);
    } else if ('children' in child) collect(child, attributesOf(child).lang ?? lang, run, parts);
    else addText(run, opaque, lang);
  }
}
