import type { Element, ElementContent } from 'xast';
import type { CslDate, CslItem } from '../../references/item.ts';
import { doiAddress } from '../../text/identifiers.ts';
import { type Content, element, elementIfAny } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { accessDate, citedDate } from './cited-date.ts';
import { citedPages } from './cited-pages.ts';
import { cslText, plainCsl } from './csl-text.ts';
import { personGroups } from './person-groups.ts';
import { publicationType } from './publication-type.ts';

/** A cited work in its parts, by the kind that it is; what JATS has no element for is a comment under CSL’s name. */
export function elementCitation(item: CslItem, { article }: JatsSetting): Element {
  const text = (field: string): string | undefined => {
    const value = item[field];
    return typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined;
  };
  const part = (name: string, field: string, attributes: Record<string, string> = {}): Content => {
    const value = text(field);
    return value === undefined
      ? undefined
      : element(name, attributes, name === 'series' ? cslText(value) : plainCsl(value));
  };
  const type = publicationType(item);
  const language = item.language && item.language !== article.lang ? item.language : undefined;
  return element(
    'element-citation',
    { 'publication-type': type, 'xml:lang': language },
    personGroups(item),
    titles(type, text),
    part('edition', 'edition'),
    part('series', 'collection-title'),
    part('version', 'version'),
    part('conf-name', text('event-title') ? 'event-title' : 'event'),
    part('conf-loc', 'event-place'),
    elementIfAny('conf-date', {}, dateWords(item['event-date'] as CslDate | undefined)),
    part('publisher-loc', 'publisher-place'),
    part('publisher-name', 'publisher'),
    citedDate(item.issued),
    part('volume', 'volume'),
    part('issue', 'issue'),
    citedPages(text('page')),
    part('size', 'number-of-pages', { units: 'page' }),
    part('isbn', 'ISBN'),
    part('issn', 'ISSN'),
    part('pub-id', 'DOI', { 'pub-id-type': 'doi' }),
    part('pub-id', 'PMID', { 'pub-id-type': 'pmid' }),
    part('pub-id', 'PMCID', { 'pub-id-type': 'pmcid' }),
    addressOf(item, text),
    accessDate(item.accessed as CslDate | undefined),
    comments(item, text),
  );
}

type TextOf = (field: string) => string | undefined;

/** The title of a work, and that of what it is in. */
function titles(type: string, text: TextOf): Content {
  const [title, container] = [text('title'), text('container-title')];
  const own = type === 'data' ? 'data-title' : type === 'book' && container ? 'chapter-title' : 'article-title';
  const named = (name: string, value: string | undefined) => value && element(name, {}, cslText(value));
  const translated = text('original-title');
  return [
    container ? named(own, title) : type === 'data' ? named('data-title', title) : named('source', title),
    container && named('source', container),
    named('part-title', text('volume-title') ?? text('part-title')),
    translated ? element('comment', { 'content-type': 'original-title' }, cslText(translated)) : undefined,
  ].map((one) => one || undefined);
}

/** The address of a work, unless it is its DOI’s. */
function addressOf(item: CslItem, text: TextOf): Content {
  const url = text('URL');
  const doi = text('DOI');
  if (!url || (doi && url === doiAddress(doi))) return undefined;
  return element('uri', { 'xlink:href': url, 'xlink:title': plainCsl(item.title ?? '') || url }, url);
}

function dateWords(date: CslDate | undefined): ElementContent[] {
  const parts = citedDate(date);
  return parts.flatMap((one, i) => [
    ...(i > 0 ? [{ type: 'text' as const, value: '-' }] : []),
    ...one.children,
  ]) as ElementContent[];
}

/** Fields that stand in comments. The others are in elements, or are for the processor alone. */
const commented =
  'number chapter-number number-of-volumes section genre medium status authority archive archive_collection archive_location archive-place call-number dimensions scale references jurisdiction original-publisher original-publisher-place reviewed-title reviewed-genre source note annote'.split(
    ' ',
  );

function comments(item: CslItem, text: TextOf): Content {
  const [original] = (item['original-date'] as CslDate | undefined)?.['date-parts'] ?? [];
  return [
    ...commented.map((field) => {
      const value = text(field);
      return value === undefined ? undefined : element('comment', { 'content-type': field }, cslText(value));
    }),
    original && element('comment', { 'content-type': 'original-date' }, original.join('-')),
  ].map((one) => one || undefined);
}
