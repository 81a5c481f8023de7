import { readPageLabels } from '../../pdf-reading/page-labels.ts';
import { readPdf } from '../../pdf-reading/read-pdf.ts';
import type { ReadSaid } from './said.ts';

/** Reads the metadata and the page labels of an article’s PDF. */
export const saidByOffprint: ReadSaid = async (bytes, path) => {
  const { catalog, xmp, pages } = await readPdf(bytes);
  if (typeof xmp !== 'object') throw new Error('It has no metadata');
  const facts: Partial<Record<string, readonly string[]>> = Object.fromEntries(xmp);
  const labels = readPageLabels(catalog, pages.length);
  // Without folios in its metadata, its pages are counted alone.
  const isPaged = facts['prism:startingPage'] !== undefined;
  const own = Array.isArray(labels) ? labels.filter((label) => isPaged && /^\d+$/.test(label)) : [];
  const [first = '', last = ''] = [own[0], own.at(-1)];
  const doi = (facts['prism:doi'] ?? facts['dc:identifier'])
    ?.map((one) => one.replace(/^doi:/, ''))
    .find((one) => one.startsWith('10.'));
  return {
    has: 'one',
    articles: [
      {
        name: path.replace(/^.*\/|\.pdf$/g, ''),
        title: facts['dc:title']?.[0],
        authors: facts['dc:creator']?.map(String),
        doi: doi ?? '',
        licence: facts['xmpRights:WebStatement']?.[0] ?? '',
        abstract: facts['dc:description']?.[0] ?? '',
        pages: { first, last },
      },
    ],
  };
};
