import type { FrontMatter } from '../issue/model.ts';

/** A call in a title or a name: a note in place, `^[words]`, or the call of one in the text, `[^*]`. */
const call = /[ \t]*(?:\^\[((?:[^[\]]|\[[^[\]]*\])*)\]|(\[\^[^\]\s]+\]))/g;

/**
 * Front matter without calls of notes in its title, subtitle and authors’ names: the notes are values of `title-note:`
 * and `note:`. A call of a note that stands in the text stays what it is there, `[^*]`.
 */
export function liftFrontNotes(front: FrontMatter): FrontMatter {
  const notes: string[] = [];
  const lift = (text: string): string =>
    text.replace(call, (_, words: string | undefined, label: string | undefined) => {
      notes.push(words ?? label ?? '');
      return '';
    });
  const joined = (note: string | undefined) => [note, ...notes.splice(0)].filter(Boolean).join('\n\n');
  const lifted = { ...front, title: lift(front.title) };
  if (front.subtitle) lifted.subtitle = lift(front.subtitle);
  const note = joined(front['title-note']);
  if (note) lifted['title-note'] = note;
  lifted.authors = front.authors.map((author) => {
    const name = lift(author.name);
    const own = joined(author.note);
    return own ? { ...author, name, note: own } : author;
  });
  return lifted;
}

/** The label of the note in the text that a value names, `[^*]`; undefined if it is words. */
export function labelIn(paragraph: string): string | undefined {
  return /^\[\^([^\]\s]+)\]$/.exec(paragraph.trim())?.[1];
}
