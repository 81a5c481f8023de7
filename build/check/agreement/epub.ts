import { posix } from 'node:path';
import type { Element, Root } from 'xast';
import { elementsNamed, wordsInside } from '../../xml/read-xml.ts';
import { archiveOf, unpackEpub } from '../epub/archive.ts';
import type { ReadSaid, SaidArticle } from './said.ts';

/** Reads the contents and the page list of an e-book: a document for each article, called after it. */
export const saidByBook: ReadSaid = (bytes) => {
  const { documents, nav } = archiveOf(unpackEpub(bytes));
  const [contents, pageList] = ['toc', 'page-list'].map((type) =>
    nav ? elementsNamed(nav.tree, 'nav').find(({ attributes }) => attributes['epub:type'] === type) : undefined,
  );
  const titles = new Map(
    linksIn(contents)
      .map(({ document, text }) => [document, text] as const)
      .reverse(),
  );
  const folios = linksIn(pageList);
  return {
    has: 'all',
    articles: documents.map(({ path }): SaidArticle => {
      const document = posix.basename(path);
      return {
        name: document.replace(/\.xhtml$/, ''),
        titleIn: titles.get(document),
        folios: folios.filter((one) => one.document === document).map(({ text }) => text),
      };
    }),
  };
};

/** Reads the package of an article’s e-book. */
export const saidByArticleBook: ReadSaid = (bytes, path) => {
  const { opf, nav } = archiveOf(unpackEpub(bytes));
  const name = path.replace(/^.*\/|\.epub$/g, '');
  const pageList =
    nav && elementsNamed(nav.tree, 'nav').find(({ attributes }) => attributes['epub:type'] === 'page-list');
  const identifiers = elementsNamed(opf.tree, 'dc:identifier').map((one) => wordsInside(one) ?? '');
  const licences = elementsNamed(opf.tree, 'link').filter(({ attributes }) => /licen[cs]e/.test(attributes.rel ?? ''));
  return {
    has: 'one',
    articles: [
      {
        name,
        title: wordsInside(elementsNamed(opf.tree, 'dc:title')[0]),
        authors: elementsNamed(opf.tree, 'dc:creator')
          .filter(({ attributes }) => roleOf(attributes.id, opf.tree) === 'aut')
          .map((one) => wordsInside(one) ?? ''),
        doi: identifiers.map((one) => one.replace(/^.*doi(?:\.org\/|:)/, '')).find((one) => one.startsWith('10.')),
        licence: licences[0]?.attributes.href ?? undefined,
        folios: linksIn(pageList)
          .filter(({ document }) => document.startsWith(name))
          .map(({ text }) => text),
      },
    ],
  };
};

/** What a person did, as a MARC relator. */
function roleOf(id: string | null | undefined, tree: Root): string | undefined {
  const metas = elementsNamed(tree, 'meta');
  return wordsInside(metas.find(({ attributes }) => attributes.refines === `#${id}` && attributes.property === 'role'));
}

function linksIn(nav: Element | undefined): { document: string; text: string }[] {
  if (!nav) return [];
  return elementsNamed(nav, 'a').map((link) => ({
    document: posix.basename((link.attributes.href ?? '').split('#')[0] ?? ''),
    text: wordsInside(link) ?? '',
  }));
}
