import type { Paragraph, RootContent } from 'mdast';
import type { Facts, Imported, Look } from '../../../build/import/imported.ts';

/** The text of a paragraph that is no heading. */
export const long =
  'This is the text of a paragraph that goes on for as long as paragraphs do, with several clauses, and a second sentence behind them. It ends with a stop, as they all do, and has more than two hundred signs in it.';

/** A paragraph that looks as an author’s file says. */
export function paragraphOf(text: string, look: Look): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: text }],
    data: { look, from: { paragraph: 1, words: text } },
  };
}

/** A text as its reader gives it. */
export function importedText(children: RootContent[], facts: Facts = {}): Imported {
  return {
    tree: { type: 'root', children },
    facts,
    pictures: [],
    works: [],
    words: { passages: [], changes: [] },
    doubts: [],
  };
}
