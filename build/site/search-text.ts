import type { ElementContent, Root } from 'hast';
import type { Article } from '../issue/model.ts';
import { hasClass } from '../text/has-class.ts';

/** A page as a search finds it, by words of one language. */
export interface SearchRecord {
  /** The page, from the site on. */
  url: string;
  /** The language by whose endings words are found: the base of its tag. */
  language: string;
  content: string;
  meta: Record<string, string>;
}

/** The words of an article for the search: its own, and those of its abstracts in other languages. */
export function searchRecords(article: Article, url: string, about: string): SearchRecord[] {
  const { title, subtitle, abstract, front, lang, body, notes, translations } = article;
  const own = [
    title.text,
    subtitle?.text,
    front.authors.map(({ name }) => name).join(', '),
    ...abstract.map(({ text }) => text),
    (front.keywords ?? []).join(', '),
    textIn(body),
    ...notes.map((note) => textIn(note.body)),
  ];
  const records: SearchRecord[] = [recordOf(url, lang, title.text, own, about)];
  for (const one of translations) {
    if (baseOf(one.lang) === baseOf(lang)) continue;
    const words = [one.title?.text, ...one.abstract.map(({ text }) => text), one.keywords.join(', ')];
    // Pagefind knows a record by its address.
    records.push(recordOf(`${url}#abstract-${one.lang}`, one.lang, one.title?.text ?? title.text, words, about));
  }
  return records;
}

function recordOf(
  url: string,
  lang: string,
  title: string,
  texts: readonly (string | undefined)[],
  about: string,
): SearchRecord {
  const content = texts.flatMap((text) =>
    text
      ? [
          text
            .replace(/\u00ad/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        ]
      : [],
  );
  return {
    url,
    language: baseOf(lang),
    content: content.join('. ').replace(/([.!?…:])\. /g, '$1 '),
    meta: { title, about },
  };
}

function baseOf(lang: string): string {
  return lang.split('-')[0] ?? lang;
}

const blocks = /^(?:p|h[1-6]|li|td|th|dt|dd|figcaption|caption|blockquote|div|section|figure|table|tr|br)$/;

/** The words of a tree, with spaces between its blocks; without the calls of notes, and without formulas. */
function textIn(tree: Root | readonly ElementContent[]): string {
  const words: string[] = [];
  const walk = (nodes: readonly (Root['children'][number] | ElementContent)[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') words.push(node.value);
      if (node.type !== 'element' || /^(?:math|svg|img)$/.test(node.tagName) || hasClass(node, 'call')) continue;
      walk(node.children);
      if (blocks.test(node.tagName)) words.push(' ');
    }
  };
  walk('children' in tree ? (tree as Root).children : (tree as readonly ElementContent[]));
  return words.join('');
}
