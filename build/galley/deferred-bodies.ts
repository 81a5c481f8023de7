import type { ElementContent, Root } from 'hast';
import { keyOf } from '../cache/cache.ts';
import type { Article, Issue, Section } from '../issue/model.ts';
import { toXhtml } from '../theme/xhtml.ts';
import { allowUrlBreaks } from './allow-url-breaks.ts';
import { drawFormulas } from './draw-formulas.ts';
import { keepRanges } from './keep-ranges.ts';
import { markLabels } from './mark-labels.ts';
import { markPlaces } from './mark-places.ts';
import { numberNote } from './number-note.ts';
import { reserveFolios } from './reserve-folios.ts';

/**
 * The texts of articles and notes, prepared for print and made into XHTML only where they are needed: a template’s
 * output has a sign for each, and what is made of an article that is as it was is kept.
 */
export interface DeferredBodies {
  /** The sections, with trees that are prepared when a template looks into them. */
  sections: readonly Section[];
  /** Writes XHTML for templates; of the text of an article or a note, the sign that represents it. */
  xhtml: typeof toXhtml;
  /** A text parted at its signs, with the key of what each represents in its place; undefined if one has no key. */
  keyed: (text: string) => string[] | undefined;
  /** A text with XHTML in place of its signs. */
  fill: (text: string) => string;
}

/** A text that is represented by a sign. */
interface Deferred {
  key: string | undefined;
  xhtml: () => string;
}

/** Defers the texts of all articles of an issue. */
export function deferBodies(issue: Issue): DeferredBodies {
  // No manuscript can have the sign: it is made from all of them.
  const secret = keyOf(issue.articles.map(({ key, body }) => key ?? JSON.stringify(body))).slice(0, 24);
  const sign = new RegExp(`\ue010${secret}-(\\d+)\ue011`, 'g');
  const all: Deferred[] = [];
  const signs = new Map<unknown, string>();
  const defer = <T extends Root | ElementContent[]>(holder: T, key: string | undefined, prepare: () => T): T => {
    const number = all.push({ key, xhtml: () => toXhtml(prepare()) }) - 1;
    signs.set(holder, `\ue010${secret}-${number}\ue011`);
    return holder;
  };
  const preparedFor =
    (id: string) =>
    <T extends Root | ElementContent[]>(tree: T): T =>
      markPlaces(drawFormulas(keepRanges(allowUrlBreaks(reserveFolios(markLabels(tree))))), id);
  const deferredArticle = (article: Article): Article => {
    const prepare = preparedFor(article.id);
    const keyFor = (part: string) => article.key && keyOf([article.key, part]);
    const bodyOf = () => prepare(article.body);
    return {
      ...article,
      body: defer(lazyRoot(bodyOf), keyFor('body'), bodyOf),
      notes: article.notes.map((note) => {
        const blocksOf = () => prepare(numberNote(note));
        return { ...note, body: defer(lazyList(blocksOf), keyFor(note.id), blocksOf) };
      }),
    };
  };
  const sections = issue.sections.map((section) => ({ ...section, articles: section.articles.map(deferredArticle) }));
  return {
    sections,
    xhtml: (content) => signs.get(content) ?? toXhtml(drawFormulas([content].flat() as ElementContent[])),
    keyed: (text) => {
      // Between the texts around them stand the numbers of the signs.
      const parts = text.split(sign).map((part, i) => (i % 2 === 0 ? part : all[Number(part)]?.key));
      return parts.includes(undefined) ? undefined : (parts as string[]);
    },
    fill: (text) => text.replace(sign, (_, number: string) => all[Number(number)]?.xhtml() ?? ''),
  };
}

/** A tree that is made when its content is looked at. */
function lazyRoot(make: () => Root): Root {
  let made: Root | undefined;
  return {
    type: 'root',
    get children() {
      made ??= make();
      return made.children;
    },
  };
}

/** A list that is made when it is looked at. */
function lazyList<T>(make: () => T[]): T[] {
  let isMade = false;
  const ready = (list: T[]) => {
    if (!isMade) list.push(...make());
    isMade = true;
    return list;
  };
  return new Proxy<T[]>([], {
    get: (list, name, receiver) => Reflect.get(ready(list), name, receiver),
    has: (list, name) => Reflect.has(ready(list), name),
    ownKeys: (list) => Reflect.ownKeys(ready(list)),
    getOwnPropertyDescriptor: (list, name) => Reflect.getOwnPropertyDescriptor(ready(list), name),
  });
}
