import type { Element, ElementContent, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { idIn } from '../../issue/ids.ts';
import { type IndexName, indexPart, type PlacedMark } from '../../issue/index-model.ts';
import type { Article, Phrase } from '../../issue/model.ts';
import { sortName } from '../../languages/part-name.ts';
import { sortTitle } from '../../languages/sort-title.ts';
import { hasClass } from '../../text/has-class.ts';
import { indexMarkClass } from '../constructs/index-marks/html.ts';
import { type PhraseLanguages, phraseOf, plainPhrase } from '../phrase.ts';
import { moveToWord } from './move-to-word.ts';

/** The means of reading marks: the article’s file, and the rules of languages. */
export interface MarksContext {
  file: VFile;
  languagesOf: (lang: string) => PhraseLanguages;
}

/**
 * Takes the marks for indexes out of an article whose words are in place. Of each, an id stays on the words that it
 * marks, or on the next word, where it has none. A mark without words and entry is reported.
 */
export function takeMarks(article: Article, context: MarksContext): PlacedMark[] {
  const marks: PlacedMark[] = [];
  const take = (parent: Parents, lang: string, isNote: boolean): void => {
    for (let i = 0; i < parent.children.length; i++) {
      const child = parent.children[i] as ElementContent;
      if (child.type !== 'element') continue;
      const own = typeof child.properties.lang === 'string' ? child.properties.lang : lang;
      if (hasClass(child, indexMarkClass)) {
        const id = idIn(article.id, indexPart(marks.length + 1));
        const mark = readMark(child, id, languageOfMark(child, own), isNote, context);
        if (mark) marks.push(mark);
        child.properties = mark ? { id } : {};
        if (child.children.length === 0) {
          moveToWord(parent, i);
          if (!parent.children.includes(child)) {
            // It is inside the mark before it.
            i--;
            continue;
          }
          i = parent.children.indexOf(child);
        }
        if ((child.children as unknown[]).length === 0 && !mark) {
          parent.children.splice(i--, 1);
          continue;
        }
      }
      take(child, own, isNote);
    }
  };
  take(article.body, article.lang, false);
  for (const note of article.notes) take({ type: 'root', children: note.body }, article.lang, true);
  const printed = marks.length;
  for (const { body } of article.descriptions ?? [])
    take({ type: 'root', children: body } satisfies Root, article.lang, false);
  for (const { at } of marks.splice(printed))
    report(context.file, 'index-place', {
      at,
      found: 'A mark for the index in the description of a figure',
      expected: 'a place in the text, a note or a caption, which has a page',
      fix: 'Mark words of the caption, or of the text that mentions the figure.',
    });
  return marks;
}

function readMark(
  element: Element,
  id: string,
  lang: string,
  isNote: boolean,
  context: MarksContext,
): PlacedMark | undefined {
  const { properties, children, position: at } = element;
  const said = (name: string): string | undefined =>
    properties[name] === undefined ? undefined : String(properties[name]);
  const index = said('dataIndex') as IndexName;
  const [entry, sort, range, see, seeAlso] = ['dataEntry', 'dataSort', 'dataRange', 'dataSee', 'dataSeeAlso'].map(said);
  const path = entry === undefined ? [plainPhrase(children)] : readPath(entry, lang, at, context);
  if (path.some(({ text }) => text === '')) {
    report(context.file, 'index-entry', {
      at,
      found: entry === undefined ? 'A mark for the index without words' : `The entry "${entry}" of the index`,
      expected: 'words, and words on either side of each !',
      fix: 'Write [words]{.index}, or []{.index entry="words"} for an entry at a place without words of its own.',
    });
    return undefined;
  }
  const [first, ...rest] = path as [Phrase, ...Phrase[]];
  const keys = sort?.split('!') ?? [];
  return {
    id,
    index,
    path: index === 'names' ? [asName(first, lang, context), ...rest] : path,
    sort: path.map((phrase, i) => keys[i]?.trim() || titleKey(phrase, lang, context)),
    lang,
    isNote,
    ...(range === 'begin' || range === 'end' ? { range } : {}),
    ...(see ? { see } : {}),
    ...(seeAlso ? { seeAlso } : {}),
    at,
  };
}

/** The entries on the way to one, as they are set: `law!canon`. */
function readPath(
  written: string,
  lang: string,
  at: Element['position'],
  { file, languagesOf }: MarksContext,
): Phrase[] {
  return written.split('!').map((one) => phraseOf(one.trim(), languagesOf(lang), file, at));
}

/** A name as it is sorted, `Family, Given`; one that is written so, or of one word, as it stands. */
function asName({ tree, text }: Phrase, lang: string, { languagesOf }: MarksContext): Phrase {
  const sorted = sortName({ name: text }, lang, languagesOf(lang).languages);
  if (text.includes(',') || sorted === text) return { tree, text };
  return { tree: [{ type: 'text', value: sorted }], text: sorted };
}

/** What a title, which stands in italics as a whole, is sorted by: without its article. */
function titleKey({ tree, text }: Phrase, lang: string, { languagesOf }: MarksContext): string | undefined {
  const [only, ...more] = tree;
  const isTitle = only?.type === 'element' && only.tagName === 'em' && more.length === 0;
  return isTitle ? sortTitle(text, lang, languagesOf(lang).languages) : undefined;
}

/** The language of a mark: that of the words in it, where these have one of their own. */
function languageOfMark({ children }: Element, lang: string): string {
  const [only, ...more] = children;
  if (only?.type !== 'element' || more.length > 0) return lang;
  return typeof only.properties.lang === 'string' ? only.properties.lang : languageOfMark(only, lang);
}
