import type { ElementContent } from 'hast';
import type { Cache } from '../cache/cache.ts';
import type { CitableArticle, CitableIssue } from '../citable/citable.ts';
import { writeCitations } from '../references/cite/cite.ts';
import { type CitationStyle, localeFor } from '../references/cite/styles.ts';
import { wordsOfEntry } from '../references/cite/to-hast.ts';
import { doiAddress } from '../text/identifiers.ts';
import { withNumber } from '../text/number-label.ts';
import type { Terms } from '../theme/terms.ts';
import { articleItem } from './csl-item.ts';
import { pageRange, peopleOf, wholeTitle } from './titles.ts';

/** By what the words of a citation are made. */
export interface CiteAsMeans {
  /** The journal’s style of citations, where it names one and there is a processor for it. */
  style?: CitationStyle | undefined;
  /** The words of the article’s language. */
  words: Terms;
  cache: Cache;
}

/**
 * The words by which readers cite an article, in its language: as the journal’s style writes them, in its bibliography
 * or, of a style without one, in a note. Without a style they are in the order of the journal’s own line on offprints.
 */
export async function citeAs(
  issue: CitableIssue,
  article: CitableArticle,
  address: string | undefined,
  { style, words, cache }: CiteAsMeans,
): Promise<ElementContent[]> {
  if (!style) return linked(plainCitation(issue, article, address, words));
  const item = articleItem(issue, article, address);
  const cited = await writeCitations(
    style,
    {
      lang: localeFor(article.lang, style),
      items: [item],
      clusters: [{ note: style.isNotes ? 1 : 0, items: [{ id: item.id }] }],
    },
    cache,
  );
  const html = cited.list[0]?.html ?? cited.clusters[0]?.html ?? '';
  const nodes = wordsOfEntry(html, item.id, {
    lang: article.lang,
    entryId: () => undefined,
    firstCitation: () => undefined,
    isNotes: style.isNotes,
    numberOf: () => undefined,
    langOf: () => article.lang,
  });
  // A number tells it from others of a list, and there is no list.
  return nodes.filter(
    (node) => node.type !== 'element' || !(node.properties.className as string[] | undefined)?.includes('entry-label'),
  );
}

/** The same without a style, as plain text. */
export function plainCitation(
  issue: CitableIssue,
  article: CitableArticle,
  address: string | undefined,
  words: Terms,
): string {
  const { journal, isAhead, volume, number, date } = issue;
  const { doi, pages, published } = article;
  const names = peopleOf(article, 'author').map(({ name }) => name);
  const year = (isAhead ? published : date).slice(0, 4);
  const label = (word: string, count: string): string => withNumber(words[word] ?? '', count);
  const dashed = (count: string): string => count.replace(/(?<=\d)-(?=\d)/g, '–');
  const range = pageRange(pages, '–');
  const from = isAhead
    ? `${journal.title}, ${published}`
    : `${journal.title}, ${label('vol', dashed(volume))}, ${label('no', dashed(number))} (${year})`;
  const where = range ? `${from}, ${label(range.includes('–') ? 'pages' : 'page', range)}` : from;
  const stopped = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
  const link = doi ? doiAddress(doi) : address;
  return [...(names.length > 0 ? [names.join(', ')] : []), wholeTitle(article), where]
    .map(stopped)
    .concat(link ?? [])
    .join(' ');
}

/** A text with the address at its end as a link. */
function linked(text: string): ElementContent[] {
  const [address] = /https?:\/\/\S+$/.exec(text) ?? [];
  if (!address) return [{ type: 'text', value: text }];
  return [
    { type: 'text', value: text.slice(0, -address.length) },
    { type: 'element', tagName: 'a', properties: { href: address }, children: [{ type: 'text', value: address }] },
  ];
}
