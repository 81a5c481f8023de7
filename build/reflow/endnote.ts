import type { Element, ElementContent } from 'hast';
import type { Note } from '../issue/model.ts';
import { noteLabel } from '../issue/note-label.ts';
import type { Terms } from '../theme/terms.ts';

/**
 * A note, with links back to its calls before its first word. A note that is called once has its number as the link;
 * one that is called several times has a letter for each call: `2. a b`.
 */
export function endnote(note: Note, words: Terms): Element {
  const { id, calls, body, sign } = note;
  const name = `${words.note}\u00a0${noteLabel(note)}`;
  const label = sign ?? `${noteLabel(note)}.`;
  const way: ElementContent[] =
    calls.length === 1
      ? [backlink(calls[0] as string, label, `${name}. ${words['back-to-text']}`)]
      : [text(label), ...calls.flatMap((call, i) => [text('\u00a0'), letterLink(call, i, name, words)])];
  const marker: Element = { type: 'element', tagName: 'span', properties: { className: ['number'] }, children: way };
  const [first, ...rest] = body;
  const opening: Element =
    first?.type === 'element' && first.tagName === 'p'
      ? { ...first, children: [marker, text(' '), ...first.children] }
      : { type: 'element', tagName: 'p', properties: { className: ['beside'] }, children: [marker] };
  return {
    type: 'element',
    tagName: 'div',
    properties: { 'epub:type': 'footnote', role: 'doc-footnote', className: ['note'], id },
    children: [opening, ...(opening.children.length > 1 ? rest : body)],
  };
}

function letterLink(call: string, index: number, name: string, words: Terms): Element {
  const letter = letterOf(index);
  const link = backlink(call, letter, `${name} ${letter}. ${words['back-to-text']}`);
  return { type: 'element', tagName: 'sup', properties: {}, children: [link] };
}

/**
 * A link back to a call. Its accessible name begins with the visible label, which is what users of voice control say.
 */
function backlink(call: string, label: string, name: string): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { 'epub:type': 'backlink', role: 'doc-backlink', href: `#${call}`, ariaLabel: name },
    children: [text(label)],
  };
}

/** The letters of the call at an index: a … z, aa, ab … */
function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
