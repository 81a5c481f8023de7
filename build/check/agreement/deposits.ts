import type { Element } from 'xast';
import { childOf, elementsNamed, readOurXml, wordsInside } from '../../xml/read-xml.ts';
import type { ReadSaid, SaidArticle } from './said.ts';

/** Reads a deposit for Crossref. */
export const saidByCrossref: ReadSaid = (bytes) => ({
  has: 'registered',
  isForOthers: true,
  articles: elementsNamed(readOurXml(bytes), 'journal_article').map((article) => {
    const pages = childOf(article, 'pages');
    const [first = '', last = ''] = ['first_page', 'last_page'].map((name) => wordsInside(childOf(pages, name)));
    const { language } = article.attributes;
    const abstract = article.children.find(
      (child): child is Element =>
        child.type === 'element' &&
        child.name === 'jats:abstract' &&
        child.attributes['xml:lang']?.split('-')[0] === language,
    );
    return {
      title: wordsInside(childOf(childOf(article, 'titles'), 'title')),
      authors: (childOf(article, 'contributors')?.children ?? []).flatMap((child) =>
        child.type === 'element' && child.attributes.contributor_role === 'author' ? nameIn(child) : [],
      ),
      doi: wordsInside(childOf(childOf(article, 'doi_data'), 'doi')) ?? '',
      licence: wordsInside(elementsNamed(article, 'ai:license_ref')[0]) ?? '',
      abstract: abstract ? paragraphs(elementsNamed(abstract, 'jats:p')) : '',
      pages: { first, last },
    };
  }),
});

function nameIn(person: Element): string {
  if (person.name === 'organization') return wordsInside(person) ?? '';
  return ['given_name', 'surname'].flatMap((part) => wordsInside(childOf(person, part)) ?? []).join(' ');
}

function paragraphs(all: readonly Element[]): string {
  return all.map((one) => wordsInside(one) ?? '').join(' ');
}

/** Reads the articles for DOAJ. */
export const saidByDoaj: ReadSaid = (bytes) => ({
  has: 'all',
  isForOthers: true,
  articles: list(bytes).map(({ admin, bibjson }): SaidArticle => {
    const { start_page: first = '', end_page: last = '' } = bibjson?.journal ?? {};
    return {
      name: admin?.publisher_record_id,
      title: bibjson?.title,
      authors: (bibjson?.author ?? []).map(({ name }: { name: string }) => name),
      doi: (bibjson?.identifier ?? []).find(({ type }: { type: string }) => type === 'doi')?.id ?? '',
      abstract: bibjson?.abstract ?? '',
      pages: { first, last },
    };
  }),
});

/** Reads the articles for DataCite. */
export const saidByDatacite: ReadSaid = (bytes) => ({
  has: 'registered',
  isForOthers: true,
  articles: list(bytes).map(({ data }): SaidArticle => {
    const about = data?.attributes ?? {};
    const { firstPage: first = '', lastPage: last = '' } = about.relatedItems?.[0] ?? {};
    return {
      title: about.titles?.[0]?.title,
      authors: (about.creators ?? []).map(({ name }: { name: string }) => name),
      doi: about.doi ?? '',
      licence: about.rightsList?.[0]?.rightsUri ?? '',
      abstract:
        (about.descriptions ?? []).find(({ lang }: { lang: string }) => lang === about.language)?.description ?? '',
      pages: { first, last },
    };
  }),
});

// biome-ignore lint/suspicious/noExplicitAny: what somebody may have changed by hand is asked for piece by piece
function list(bytes: Uint8Array): any[] {
  const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!Array.isArray(read)) throw new Error('It is not a list of articles');
  return read;
}

/** Reads an issue for OJS. */
export const saidByOjs: ReadSaid = (bytes) => ({
  has: 'all',
  isForOthers: true,
  articles: elementsNamed(readOurXml(bytes), 'article').map((article): SaidArticle => {
    const publication = childOf(article, 'publication');
    const locale = article.attributes.locale;
    const inLocale = (name: string) =>
      publication?.children.find(
        (child): child is Element =>
          child.type === 'element' && child.name === name && child.attributes.locale === locale,
      );
    const abstract = wordsInside(inLocale('abstract'));
    const file = wordsInside(elementsNamed(article, 'submission_file').flatMap((one) => childOf(one, 'name') ?? [])[0]);
    const [first = '', last = first] = wordsInside(childOf(publication, 'pages'))?.split('-') ?? [];
    return {
      name: file?.replace(/\.\w+$/, ''),
      title: fromHtml(wordsInside(inLocale('title'))),
      authors: elementsNamed(article, 'author').map((author) =>
        ['givenname', 'familyname'].flatMap((part) => wordsInside(childOf(author, part)) ?? []).join(' '),
      ),
      doi:
        wordsInside(
          publication?.children.find(
            (child): child is Element =>
              child.type === 'element' && child.name === 'id' && child.attributes.type === 'doi',
          ),
        ) ?? '',
      licence: wordsInside(childOf(publication, 'licenseUrl')) ?? '',
      abstract: fromHtml(abstract?.replace(/<\/?p>/g, ' ') ?? ''),
      pages: { first, last },
    };
  }),
});

function fromHtml(text: string | undefined): string | undefined {
  return text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
