import { posix } from 'node:path';
import type { Element as Hast, Root as HastRoot } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Element } from 'xast';
import { articleFile } from '../../issue/ids.ts';
import type { Article, Issue } from '../../issue/model.ts';
import type { ManuscriptPlace } from '../../issue/places.ts';
import { visit } from '../../text/visit.ts';
import { wordsOf } from './words.ts';

/**
 * Finds the place of an element, from the path of its document and the elements around it, the outermost first.
 * Undefined if it comes from no manuscript; only the file if it is in the front matter.
 */
export type FindManuscriptPlace = (path: string, elements: readonly Element[]) => ManuscriptPlace | undefined;

/**
 * Finds the places in an issue's manuscripts that the elements of its e-book come from: by their ids, their pictures,
 * their words. So it also works for a book that another run made.
 */
export function manuscriptPlaces(issue: Issue): FindManuscriptPlace {
  const byPath = new Map(issue.articles.map((article) => [articleFile(article.id), article]));
  const known = new Map<Article, ArticleElements>();
  return (path, elements) => {
    const article = byPath.get(posix.basename(path));
    if (!article) return undefined;
    const places = known.get(article) ?? elementsOf(article);
    known.set(article, places);
    return { file: article.file, at: findIn(places, [...elements].reverse()) };
  };
}

interface ArticleElements {
  ids: Map<string, Hast>;
  pictures: Map<string, Hast>;
  /** By element name and words. */
  texts: Map<string, Hast>;
}

function elementsOf(article: Article): ArticleElements {
  const known: ArticleElements = { ids: new Map(), pictures: new Map(), texts: new Map() };
  const whole: HastRoot = {
    type: 'root',
    children: [...article.body.children, ...article.notes.flatMap(({ body }) => body)],
  };
  visit(whole, 'element', (element) => {
    const { id, src } = element.properties;
    if (!element.position) return;
    if (typeof id === 'string') known.ids.set(id, element);
    if (typeof src === 'string' && !known.pictures.has(src)) known.pictures.set(src, element);
    const key = keyOf(element.tagName, textOf(element));
    if (key && !known.texts.has(key)) known.texts.set(key, element);
    const words = keyOf('', textOf(element));
    if (words && blocks.test(element.tagName) && !known.texts.has(words)) known.texts.set(words, element);
  });
  for (const { id, body } of article.notes) {
    const first = body.find((node): node is Hast => node.type === 'element' && node.position !== undefined);
    if (first) known.ids.set(id, first);
  }
  return known;
}

const blocks = /^(p|li|h[1-6]|figcaption|td|th|dt|dd|blockquote|pre|figure)$/;

/**
 * The element of a manuscript for the first of some elements, from the inside out, that has one. For an element without
 * words, the one for its parent.
 */
function findIn({ ids, pictures, texts }: ArticleElements, elements: readonly Element[]): Hast | undefined {
  for (const element of elements) {
    const { id, src } = element.attributes;
    const found =
      ids.get(id ?? '') ??
      pictures.get(src ?? '') ??
      texts.get(keyOf(element.name, wordsOf(element)) ?? '') ??
      texts.get(keyOf('', wordsOf(element)) ?? '');
    if (found) return found;
  }
  // Words were lost, or others were put between: the block that shares most of them.
  const block = elements.find(({ name }) => blocks.test(name));
  return block && closestInWords(texts, wordsOf(block));
}

function closestInWords(texts: ArticleElements['texts'], text: string): Hast | undefined {
  const wanted = new Set(text.split(' '));
  let best: Hast | undefined;
  let most = wanted.size * 0.6;
  for (const [key, element] of texts) {
    if (!key.startsWith(' ')) continue;
    const own = textOf(element).trim().split(/\s+/);
    const shared = own.filter((word) => wanted.has(word)).length;
    if (shared > most && shared > own.length * 0.6) [best, most] = [element, shared];
  }
  return best;
}

/**
 * A name and the letters of a text. Figures do not count: only in the book does a note have its number, or a reference
 * its folio. Undefined for a text without letters.
 */
function keyOf(name: string, text: string): string | undefined {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters ? `${name} ${letters}` : undefined;
}
