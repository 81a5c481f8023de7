import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Article } from '../issue/model.ts';
import { readMark } from '../issue/places.ts';
import type { PlacedWord } from '../pages/in-page/word-places.ts';
import { blocksAt } from '../record/block-texts.ts';
import type { PageRecord } from '../record/schema.ts';
import { hasClass } from '../text/has-class.ts';
import { type FileLines, offsetOfPoint } from './file-lines.ts';
import { linesWithoutQueries } from './lines-without-queries.ts';
import { type Passage, passageAt, passagesOf } from './passages.ts';
import { withFolios } from './place-of-line.ts';
import { hasWords, type SetText, setText, sourceOffset } from './set-text.ts';

/** The manuscript of an article beside its text in type, for looking up places again and again. */
export interface ArticleSource {
  lines: FileLines;
  /** The offset at which a word of a page begins in the manuscript; undefined if its block is not there. */
  offsetOf(word: PlacedWord, following: string): number | undefined;
  /** The block at an offset: the mark of its place, without the article, and its note. */
  blockAt(offset: number): { line: number; column: number; note: string } | undefined;
}

/** Opens the manuscript of an article that was set in type. `folios` has the page of every id. */
export function articleSource(
  article: Pick<Article, 'body' | 'notes' | 'file'>,
  folios: Pick<PageRecord, 'ids'>,
): ArticleSource {
  const lines = linesWithoutQueries(article.file);
  const read = withFolios(article, folios);
  const notes = new Map(read.notes.map(({ id, body }) => [id, { type: 'root', children: body } as Root]));
  const known = new Map<string, SetText[]>();
  let passages: Passage[] | undefined;
  const textsOf = (block: PlacedWord['block'], note: string): SetText[] => {
    const key = `${block} ${note}`;
    const { start } = readMark(block);
    const tree = note ? notes.get(note) : read.body;
    const texts =
      known.get(key) ?? (start && tree ? blocksAt(tree, start).map((one: Element) => setText(one, lines)) : []);
    known.set(key, texts);
    return texts;
  };
  let calls: Map<string, number> | undefined;
  return {
    lines,
    offsetOf({ block, note, word, letters, sign }, following) {
      calls ??= callsOf(read, lines);
      const call = sign === undefined ? undefined : calls.get(sign);
      if (call !== undefined) return call;
      const texts = textsOf(block, note);
      const place = { article: '', word, letters, text: following };
      const text = (texts.length > 1 ? texts.find((one) => hasWords(one, place)) : undefined) ?? texts[0];
      // The sign of an item, or the fence of a block of code, stands before the first word.
      return text && (word === 0 && letters === 0 ? (text.parts[0]?.start ?? text.start) : sourceOffset(text, place));
    },
    blockAt(offset) {
      passages ??= passagesOf(read, lines);
      const passage = passageAt(passages, offset);
      const start = passage?.block.position?.start;
      return start && { line: start.line, column: start.column, note: passage.note?.id ?? '' };
    },
  };
}

/** The offsets of the calls of an article, by their ids. */
function callsOf({ body, notes }: Pick<Article, 'body' | 'notes'>, lines: FileLines): Map<string, number> {
  const calls = new Map<string, number>();
  for (const children of [body.children, ...notes.map((note) => note.body)])
    visit({ type: 'root', children }, 'element', (element) => {
      const { properties, position } = element;
      if (hasClass(element, 'call') && position) calls.set(String(properties.id), offsetOfPoint(lines, position.start));
    });
  return calls;
}
