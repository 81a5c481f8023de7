import type {
  CitableArticle,
  CitableInstitution,
  CitableIssue,
  CitablePerson,
  CitableRelation,
} from '../../citable/citable.ts';
import { jsonFile } from '../json-file.ts';

/**
 * The articles of an issue for a journal that registers its DOIs with DataCite: a list of the bodies that its REST API
 * takes one by one, after the metadata schema 4.5.
 */
export function dataciteArticles(issue: CitableIssue): Uint8Array {
  const articles = issue.articles.filter(({ doi, address }) => doi && address);
  return jsonFile(articles.map((article) => ({ data: { type: 'dois', attributes: attributesOf(article, issue) } })));
}

function attributesOf(article: CitableArticle, issue: CitableIssue): object {
  const { doi = '', address, lang, title, subtitle, translations, people, published, licence } = article;
  const { journal, isAhead, volume, number } = issue;
  const [prefix] = doi.split('/');
  const dates = [
    { date: published, dateType: 'Issued' },
    { date: article.received, dateType: 'Submitted' },
    { date: article.accepted, dateType: 'Accepted' },
  ].filter(({ date }) => date !== undefined);
  const issn = journal.issn.online ?? journal.issn.print;
  return {
    event: 'publish',
    doi,
    prefix,
    url: address,
    creators: people.filter(({ role }) => role === 'author').map(nameOf),
    contributors: people
      .filter(({ role }) => role === 'translator')
      .map((person) => ({ ...nameOf(person), contributorType: 'Other' })),
    titles: [
      { title, lang },
      ...(subtitle ? [{ title: subtitle, titleType: 'Subtitle', lang }] : []),
      ...translations.flatMap((one) =>
        one.title ? [{ title: one.title, titleType: 'TranslatedTitle', lang: one.lang }] : [],
      ),
    ],
    publisher: { name: journal.publisher.name },
    publicationYear: Number(published.slice(0, 4)),
    subjects: [{ lang, keywords: article.keywords }, ...translations].flatMap((one) =>
      (one.keywords ?? []).map((subject) => ({ subject, lang: one.lang })),
    ),
    dates,
    language: lang,
    types: { resourceTypeGeneral: 'JournalArticle', resourceType: article.kind },
    relatedIdentifiers: article.relations.flatMap((relation) => relatedIdentifier(relation) ?? []),
    rightsList: licence?.address ? [{ rights: licence.name, rightsUri: licence.address }] : [],
    descriptions: [article, ...translations].flatMap((one) =>
      one.abstract && one.abstract.length > 0
        ? [{ description: one.abstract.join('\n\n'), descriptionType: 'Abstract', lang: one.lang }]
        : [],
    ),
    fundingReferences: article.funding.map(({ funder, ror, award }) => ({
      funderName: funder,
      ...(ror ? { funderIdentifier: `https://ror.org/${ror}`, funderIdentifierType: 'ROR' } : {}),
      awardNumber: award,
    })),
    relatedItems: [
      {
        relatedItemType: 'Journal',
        relationType: 'IsPublishedIn',
        titles: [{ title: journal.title }],
        ...(issn ? { relatedItemIdentifier: { relatedItemIdentifier: issn, relatedItemIdentifierType: 'ISSN' } } : {}),
        ...(isAhead ? {} : { volume, issue: number }),
        firstPage: article.pages?.first,
        lastPage: article.pages?.last,
        publicationYear: published.slice(0, 4),
      },
    ],
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  };
}

function nameOf({ name, given, family, orcid, institutions }: CitablePerson): object {
  return {
    name: family ? [family, given].filter(Boolean).join(', ') : name,
    nameType: family || orcid ? 'Personal' : 'Organizational',
    givenName: given,
    familyName: family,
    nameIdentifiers: orcid
      ? [
          {
            nameIdentifier: `https://orcid.org/${orcid}`,
            nameIdentifierScheme: 'ORCID',
            schemeUri: 'https://orcid.org',
          },
        ]
      : [],
    affiliation: institutions.filter(({ name, ror }) => name || ror).map(affiliationOf),
  };
}

function affiliationOf({ name, ror }: CitableInstitution): object {
  const address = ror && `https://ror.org/${ror}`;
  if (!address) return { name };
  return {
    // It takes none without a name.
    name: name ?? address,
    affiliationIdentifier: address,
    affiliationIdentifierScheme: 'ROR',
    schemeUri: 'https://ror.org',
  };
}

const relationTypes: Record<CitableRelation['kind'], string> = {
  reviews: 'Reviews',
  corrects: 'References',
  retracts: 'Obsoletes',
  concerns: 'References',
  'corrected-by': 'IsReferencedBy',
  // Version 4.5 has no word for translations.
  translates: 'IsVariantFormOf',
};

function relatedIdentifier({ kind, doi, isbn }: CitableRelation): object | undefined {
  const id = doi ?? isbn?.replace(/[- ]/g, '');
  if (!id) return undefined;
  return { relatedIdentifier: id, relatedIdentifierType: doi ? 'DOI' : 'ISBN', relationType: relationTypes[kind] };
}
