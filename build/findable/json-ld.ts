import type {
  CitableArticle,
  CitableInstitution,
  CitableIssue,
  CitablePerson,
  CitableReference,
  CitableRelation,
} from '../citable/citable.ts';
import { webFile } from '../issue/ids.ts';
import { doiAddress } from '../text/identifiers.ts';
import { issueTitle } from './open-graph.ts';
import { canonicalOf, type PagePlace, pageAddress, pdfOf } from './page-place.ts';
import { pageRange, peopleOf } from './titles.ts';

/** A value of JSON-LD; parts that are undefined are left out when it is written. */
export type Described = { [key: string]: string | number | boolean | undefined | Described | Described[] | string[] };

/** An article as a ScholarlyArticle of schema.org, in its issue, volume and journal. */
export function articleData(issue: CitableIssue, article: CitableArticle, at: PagePlace): Described {
  const { lang, title, subtitle, abstract, keywords, doi, pages, licence, translations } = article;
  const page = canonicalOf(article.address, at);
  const pdf = pdfOf(article.pdf, at);
  const picture = at.picture && pageAddress(at.base, at.picture.path);
  return {
    '@context': 'https://schema.org',
    '@type': article.kind === 'review' ? ['ScholarlyArticle', 'Review'] : 'ScholarlyArticle',
    '@id': (doi && doiAddress(doi)) ?? page,
    url: page,
    mainEntityOfPage: page,
    // What search engines show is at most 110 signs.
    headline: title.length > 110 ? `${title.slice(0, 109)}…` : title,
    name: title,
    alternativeHeadline: subtitle,
    inLanguage: lang,
    abstract: abstract.join('\n\n') || undefined,
    keywords: some(keywords),
    author: some(peopleOf(article, 'author').map(personData)),
    translator: some(peopleOf(article, 'translator').map(personData)),
    contributor: some(
      article.people.filter(({ role }) => role === 'interviewer' || role === 'interviewee').map(personData),
    ),
    datePublished: article.published,
    dateCreated: article.received,
    identifier: doi ? { '@type': 'PropertyValue', propertyID: 'DOI', value: doi } : undefined,
    sameAs: doi && doiAddress(doi),
    pageStart: pages?.first,
    pageEnd: pages?.last,
    pagination: pageRange(pages),
    isPartOf: issue.isAhead ? periodicalData(issue, at) : issueData(issue, at),
    publisher: publisherData(issue),
    license: licence?.address ?? licence?.name,
    copyrightNotice: article.copyright,
    isAccessibleForFree: true,
    image: picture,
    encoding: pdf
      ? [{ '@type': 'MediaObject', encodingFormat: 'application/pdf', contentUrl: pdf, inLanguage: lang }]
      : undefined,
    funding: some(article.funding.map(grantData)),
    citation: some(article.references.flatMap(citationData)),
    workTranslation: some(
      translations.flatMap((one): Described[] =>
        one.abstract && one.abstract.length > 0
          ? [
              {
                '@type': 'CreativeWork',
                inLanguage: one.lang,
                name: one.title,
                abstract: one.abstract.join('\n\n'),
                keywords: some(one.keywords ?? []),
              },
            ]
          : [],
      ),
    ),
    ...relationsData(article.relations),
  };
}

/** An issue as a PublicationIssue, in its volume and journal; on its own page with its articles. */
export function issuePageData(issue: CitableIssue, at: PagePlace): Described {
  const folder = at.path.replace(/[^/]*$/, '');
  const part = (article: CitableArticle): Described => ({
    '@type': 'ScholarlyArticle',
    '@id':
      (article.doi && doiAddress(article.doi)) ??
      canonicalOf(article.address, { base: at.base, path: `${folder}${webFile(article.id)}` }),
    name: article.title,
    author: some(peopleOf(article, 'author').map(({ name }) => ({ '@type': 'Person', name }))),
    pagination: pageRange(article.pages),
  });
  return {
    '@context': 'https://schema.org',
    ...issueData(issue, at),
    url: canonicalOf(issue.address, at),
    hasPart: some(issue.articles.map(part)),
  };
}

/** The journal as a Periodical. */
export function periodicalData(
  { journal }: Pick<CitableIssue, 'journal'>,
  { base }: Pick<PagePlace, 'base'>,
): Described {
  const { print, online } = journal.issn;
  const issn = [online, print].filter((one) => one !== undefined);
  return {
    '@type': 'Periodical',
    '@id': issn[0] ? `https://portal.issn.org/resource/ISSN/${issn[0]}` : base,
    name: journal.title,
    alternateName: journal.short === journal.title ? undefined : journal.short,
    issn: some(issn),
    inLanguage: journal.lang,
    description: journal.description,
    url: base,
    publisher: publisherData({ journal }),
  };
}

function issueData(issue: CitableIssue, at: PagePlace): Described {
  const { doi, number, date, volume, theme } = issue;
  return {
    '@type': 'PublicationIssue',
    '@id': doi && doiAddress(doi),
    name: theme ?? issueTitle(issue),
    issueNumber: number,
    datePublished: date,
    isPartOf: { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: periodicalData(issue, at) },
  };
}

function publisherData({ journal: { publisher } }: Pick<CitableIssue, 'journal'>): Described {
  const { name, place, country } = publisher;
  const address =
    place || country ? { '@type': 'PostalAddress', addressLocality: place, addressCountry: country } : undefined;
  return { '@type': 'Organization', name, address };
}

function personData(person: CitablePerson): Described {
  const { name, given, family, suffix, orcid, bio, institutions } = person;
  const isBody = !family && !orcid;
  return {
    '@type': isBody ? 'Organization' : 'Person',
    '@id': orcid && `https://orcid.org/${orcid}`,
    name,
    givenName: given,
    familyName: family,
    honorificSuffix: suffix,
    description: bio,
    affiliation: some(institutions.map(institutionData)),
  };
}

function institutionData({ name, country, ror }: CitableInstitution): Described {
  return {
    '@type': 'Organization',
    '@id': ror && `https://ror.org/${ror}`,
    name,
    address: country ? { '@type': 'PostalAddress', addressCountry: country } : undefined,
  };
}

function grantData({ funder, ror, award }: CitableArticle['funding'][number]): Described {
  return {
    '@type': 'Grant',
    identifier: award,
    funder: { '@type': 'Organization', '@id': ror && `https://ror.org/${ror}`, name: funder },
  };
}

function citationData({ item, text, doi }: CitableReference): Described[] {
  const name = text ?? (typeof item?.title === 'string' ? item.title.replace(/<[^>]*>/g, '') : undefined);
  if (!name && !doi) return [];
  return [{ '@type': 'CreativeWork', '@id': doi && doiAddress(doi), name }];
}

/** What an article reviews, corrects or translates, and what corrects it. */
function relationsData(relations: readonly CitableRelation[]): Described {
  const works = (kinds: readonly CitableRelation['kind'][], type: string) =>
    some(
      relations
        .filter(({ kind }) => kinds.includes(kind))
        .map(
          ({ title, doi, isbn, date }): Described => ({
            '@type': isbn ? 'Book' : type,
            '@id': doi && doiAddress(doi),
            name: title,
            isbn,
            datePublished: date,
          }),
        ),
    );
  return {
    itemReviewed: works(['reviews'], 'CreativeWork'),
    isBasedOn: works(['corrects', 'retracts', 'concerns'], 'ScholarlyArticle'),
    correction: works(['corrected-by'], 'CorrectionComment'),
    translationOfWork: works(['translates'], 'CreativeWork'),
  };
}

function some<T>(list: readonly T[]): T[] | undefined {
  return list.length > 0 ? [...list] : undefined;
}

/** JSON that can stand in a script element, however the document is written: no sign of markup is in it. */
export function embeddableJson(data: Described): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
