import type { Root } from 'xast';
import { type SetLetters, setLettersIn } from '../fonts/characters.ts';
import type { FontRule } from '../fonts/font-rules.ts';
import { visit } from '../text/visit.ts';

/** The facts about a document that the rest of its book depends on, as plain data. */
export interface ChapterFacts {
  /** The ids of its elements, in order. */
  ids: string[];
  /** The ids of the markers of printed pages, in order. */
  pages: string[];
  /** The addresses of what it shows: pictures. */
  shown: string[];
  /** The number of pictures that have an alternative text, and that say nothing of theirs. */
  described: number;
  silent: number;
  /** Whether a picture has a long description, and a printed page a marker. */
  hasLong: boolean;
  hasPages: boolean;
  /** Whether a formula stands in it. */
  hasFormulas: boolean;
  letters: SetLetters[];
}

/** Looks through a document of a book, whose stylesheet has these rules. */
export function factsOf(document: Root, rules: readonly FontRule[]): ChapterFacts {
  const facts: ChapterFacts = {
    ids: [],
    pages: [],
    shown: [],
    described: 0,
    silent: 0,
    hasLong: false,
    hasPages: false,
    hasFormulas: false,
    letters: setLettersIn(document, rules),
  };
  visit(document, 'element', ({ name, attributes }) => {
    const { id, src, role, alt } = attributes;
    if (id) facts.ids.push(id);
    if (src) facts.shown.push(src);
    if (role === 'doc-pagebreak') {
      facts.hasPages = true;
      facts.pages.push(id ?? '');
    }
    if (name === 'math') facts.hasFormulas = true;
    if (attributes['aria-details']) facts.hasLong = true;
    if (name !== 'img') return;
    if (alt) facts.described++;
    // An empty alternative text marks the picture as decoration.
    else if (alt === undefined) facts.silent++;
  });
  return facts;
}
