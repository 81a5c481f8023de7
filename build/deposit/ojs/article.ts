import type { Element } from 'xast';
import type { CitableArticle, CitableReference, CitableWords } from '../../citable/citable.ts';
import type { CslItem } from '../../references/item.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import type { OjsGalley } from './galley.ts';
import type { OjsLook } from './look.ts';
import { asHtml, authors, contactOf, paragraph } from './people.ts';

/** The place of an article in an import. Ids count through the file: OJS gives its own, and uses these to link. */
export interface OjsPlace {
  section: string;
  seq: number;
  id: number;
  /** The first of its authors’ ids, and of its files’. */
  firstAuthor: number;
  firstFile: number;
  /** YYYY-MM-DD */
  published: string;
}

/** The state of what appears when an editor publishes its issue in OJS (`PKPSubmission::STATUS_SCHEDULED`). */
const scheduled = 5;

/** An article with its files, as a submission that is ready to be published. */
export function articleElement(
  article: CitableArticle,
  place: OjsPlace,
  galleys: readonly OjsGalley[],
  look: OjsLook,
): Element {
  const locale = look.locale(article.lang);
  return element(
    'article',
    {
      locale,
      date_submitted: article.received ?? place.published,
      status: scheduled,
      submission_progress: look.version === '3.3' ? 0 : '',
      current_publication_id: place.id,
      stage: 'production',
    },
    pubId('internal', String(place.id), 'ignore'),
    galleys.map((galley, i) => submissionFile(galley, place.firstFile + i, locale, look, place.published)),
    publication(article, place, galleys, look),
  );
}

/** A file, which comes before the publication that shows it. */
function submissionFile(
  { fileName, data }: OjsGalley,
  fileId: number,
  locale: string,
  { genre }: OjsLook,
  day: string,
): Element {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1);
  return element(
    'submission_file',
    {
      id: fileId,
      file_id: fileId,
      stage: 'proof',
      created_at: day,
      updated_at: day,
      viewable: 'true',
      genre,
    },
    element('name', { locale }, fileName),
    element(
      'file',
      { id: fileId, filesize: data.length, extension },
      element('embed', { encoding: 'base64' }, Buffer.from(data).toString('base64')),
    ),
  );
}

function publication(
  article: CitableArticle,
  { section, seq, id: own, firstAuthor, firstFile, published }: OjsPlace,
  galleys: readonly OjsGalley[],
  look: OjsLook,
): Element {
  const { lang, subtitle, licence, copyright, pages, doi, people } = article;
  const locale = look.locale(lang);
  const all = people.filter(({ role }) => role === 'author');
  const contact = contactOf(all);
  const words = inLocales(article, look);
  return element(
    'publication',
    {
      ...(look.version === '3.3' ? { locale } : {}),
      version: 1,
      status: scheduled,
      primary_contact_id: contact && firstAuthor + all.indexOf(contact),
      seq,
      date_published: published,
      section_ref: section,
      access_status: 0,
    },
    pubId('internal', String(own), 'ignore'),
    doi && pubId('doi', doi, 'update'),
    words.map(({ locale: one, title }) => title && element('title', { locale: one }, heading(title, look))),
    elementIfAny('subtitle', { locale }, subtitle && heading(subtitle, look)),
    words.map(({ locale: one, abstract }) =>
      elementIfAny('abstract', { locale: one }, abstract?.map(paragraph).join('\n')),
    ),
    elementIfAny('licenseUrl', {}, licence?.address),
    elementIfAny('copyrightHolder', { locale }, copyright?.replace(/^©\s*\d{4}\s*/, '')),
    element('copyrightYear', {}, published.slice(0, 4)),
    words.map(({ locale: one, keywords }) => vocabulary('keyword', keywords ?? [], one, look)),
    vocabulary(
      'agencies',
      article.funding.map(({ funder }) => funder),
      locale,
      look,
    ),
    authors(article, look, firstAuthor),
    galleys.map(({ label }, i) =>
      element(
        'article_galley',
        { locale, approved: 'true' },
        element('name', { locale }, label),
        element('seq', {}, String(i)),
        element('submission_file_ref', { id: firstFile + i }),
      ),
    ),
    citations(article.references),
    pages && element('pages', {}, pages.first === pages.last ? pages.first : `${pages.first}-${pages.last}`),
  );
}

/** A title, which is HTML from OJS 3.4 on. */
function heading(title: string, { version }: OjsLook): string {
  return version === '3.3' ? title : asHtml(title);
}

/** The article’s words by locale: OJS has one text for each. */
function inLocales(article: CitableArticle, look: OjsLook): (Partial<CitableWords> & { locale: string })[] {
  const all = [article as Partial<CitableWords>, ...article.translations].map((words) => ({
    ...words,
    locale: look.locale(words.lang ?? article.lang),
  }));
  return [...new Map(all.reverse().map((words) => [words.locale, words])).values()].reverse();
}

const plurals = { keyword: ['keywords', 'keyword'], agencies: ['agencies', 'agency'] } as const;

function vocabulary(
  kind: keyof typeof plurals,
  terms: readonly string[],
  locale: string,
  { version }: OjsLook,
): Element | undefined {
  const [list, entry] = plurals[kind];
  if (terms.length === 0) return undefined;
  return element(
    list,
    { locale },
    terms.map((term) => element(entry, {}, version === '3.5' ? element('name', {}, term) : term)),
  );
}

function citations(references: readonly CitableReference[]): Element | undefined {
  const all = references.map(({ text, item }) => text ?? (item ? described(item) : '')).filter(Boolean);
  return all.length > 0
    ? element(
        'citations',
        {},
        all.map((one) => element('citation', {}, one)),
      )
    : undefined;
}

/** A work in a line, for OJS, which has no parts. */
function described({ author = [], title, issued, DOI, ...item }: CslItem): string {
  const names = author.map(
    (one) => one.literal ?? [one.given, one['non-dropping-particle'], one.family].filter(Boolean).join(' '),
  );
  const year = issued?.['date-parts']?.[0]?.[0];
  const parts = [
    names.join(', '),
    title,
    item['container-title'],
    item.publisher,
    year && String(year),
    DOI && `https://doi.org/${DOI}`,
  ];
  return parts
    .filter(Boolean)
    .map((part) => String(part).replace(/<[^>]*>/g, ''))
    .join('. ');
}

/** An identifier: OJS keeps those with the advice to update, and ignores its own of another installation. */
export function pubId(type: string, value: string, advice: 'update' | 'ignore'): Element {
  return element('id', { type, advice }, value);
}
