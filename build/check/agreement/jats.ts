import { basename } from 'node:path';
import type { Element } from 'xast';
import { childOf, elementsNamed, readOurXml, wordsInside } from '../../xml/read-xml.ts';
import type { ReadSaid } from './said.ts';

/** Reads the JATS of an article. */
export const saidByJats: ReadSaid = (bytes, path) => {
  const meta = elementsNamed(readOurXml(bytes), 'article-meta')[0];
  if (!meta) throw new Error('It has nothing about its article');
  const [first, last] = ['fpage', 'lpage'].map((name) => wordsInside(childOf(meta, name)));
  const abstract = childOf(meta, 'abstract');
  const is = (attribute: string, value: string) => (one: Element) => one.attributes[attribute] === value;
  return {
    has: 'one',
    isForOthers: true,
    articles: [
      {
        name: basename(path, '.xml'),
        title: wordsInside(withoutCalls(childOf(childOf(meta, 'title-group'), 'article-title'))),
        authors: elementsNamed(meta, 'contrib').filter(is('contrib-type', 'author')).map(nameIn),
        doi: wordsInside(elementsNamed(meta, 'article-id').find(is('pub-id-type', 'doi'))) ?? '',
        licence: wordsInside(elementsNamed(meta, 'ali:license_ref')[0]) ?? '',
        abstract: (abstract ? elementsNamed(abstract, 'p') : []).map((one) => wordsInside(withoutCalls(one))).join(' '),
        ...(first === undefined ? {} : { pages: { first, last: last ?? first } }),
      },
    ],
  };
};

/** An author’s name as others order it, without titles: its given and its family name, or that of a body. */
function nameIn(author: Element): string {
  const name = childOf(author, 'name');
  if (!name) return wordsInside(childOf(author, 'collab')) ?? '';
  return ['given-names', 'surname'].flatMap((part) => wordsInside(childOf(name, part)) ?? []).join(' ');
}

/** An element without the calls of its notes, which do not belong to its words. */
function withoutCalls(element: Element | undefined): Element | undefined {
  if (!element) return undefined;
  const children = element.children.flatMap((child): Element['children'] => {
    if (child.type !== 'element') return [child];
    const inside = child.name === 'xref' ? undefined : withoutCalls(child);
    return inside ? [inside] : [];
  });
  return { ...element, children };
}
