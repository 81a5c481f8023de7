import type { ElementContent } from 'hast';
import type { Element } from 'xast';
import type { Note } from '../../issue/model.ts';
import { noteLabel } from '../../issue/note-label.ts';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { paragraphs } from '../text/blocks.ts';

/** A note with its number or sign. A note of JATS has paragraphs, and any other block inside one. */
export function footnote(note: Note, setting: JatsSetting): Element {
  return element('fn', { id: note.id }, element('label', {}, noteLabel(note)), paragraphs(note.body, setting));
}

/** The notes to which calls lead. */
export function notesAt(calls: readonly ElementContent[], notes: readonly Note[]): Note[] {
  const hrefs = new Set(calls.flatMap((call) => (call.type === 'element' ? [String(call.properties.href ?? '')] : [])));
  return notes.filter(({ id }) => hrefs.has(`#${id}`));
}
