import type { Element, ElementContent } from 'hast';
import type { Note } from '../issue/model.ts';
import { noteLabel } from '../issue/note-label.ts';

/**
 * Puts a note’s number before its first word, as a link back to its first call. The space after it is its own, and not
 * one of the line, which would be stretched with it: all lines of a note begin at the same place.
 */
export function numberNote(note: Note): ElementContent[] {
  const { calls, body } = note;
  const label = noteLabel(note);
  const linkOf = (value: string): Element => ({
    type: 'element',
    tagName: 'a',
    properties: { className: ['number'], href: `#${calls[0]}` },
    children: [{ type: 'text', value }],
  });
  const [first, ...rest] = body;
  if (first?.type === 'element' && first.tagName === 'p') {
    return [{ ...first, children: [linkOf(`${label} `), ...first.children] }, ...rest];
  }
  // Beside a list, a quotation, code or a table, the number has a line of its own, which takes no room.
  const beside: Element = {
    type: 'element',
    tagName: 'p',
    properties: { className: ['beside'] },
    children: [linkOf(label)],
  };
  return [first?.position ? { ...beside, position: first.position } : beside, ...body];
}
