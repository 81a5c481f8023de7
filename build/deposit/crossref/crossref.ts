import type { Element } from 'xast';
import type { CitableIssue } from '../../citable/citable.ts';
import type { JournalFacts } from '../../issue/schema.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import { xmlFile } from '../../xml/xml-file.ts';
import { crossrefLanguage, journalArticle } from './article.ts';
import { publicationDates } from './dates.ts';
import { timestampOf } from './timestamp.ts';

const version = '5.4.0';
const namespace = `http://www.crossref.org/schema/${version}`;

/**
 * The deposit of an issue with Crossref, by its schema 5.4.0: the issue, and those of its articles that have a DOI and
 * an address. What is missing was reported before (`needs.ts`).
 */
export function crossrefDeposit(issue: CitableIssue, { deposit = {}, publisher }: JournalFacts): Uint8Array {
  const timestamp = timestampOf(issue);
  const articles = issue.articles.filter(({ doi, address }) => doi && address);
  const { depositor, registrant = publisher.name } = deposit;
  return xmlFile(
    element(
      'doi_batch',
      {
        xmlns: namespace,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xmlns:jats': 'http://www.ncbi.nlm.nih.gov/JATS1',
        'xmlns:ai': 'http://www.crossref.org/AccessIndicators.xsd',
        'xmlns:fr': 'http://www.crossref.org/fundref.xsd',
        'xmlns:rel': 'http://www.crossref.org/relations.xsd',
        'xsi:schemaLocation': `${namespace} https://www.crossref.org/schemas/crossref${version}.xsd`,
        version,
      },
      element(
        'head',
        {},
        element('doi_batch_id', {}, `${issue.slug}-${timestamp}`),
        element('timestamp', {}, timestamp),
        element(
          'depositor',
          {},
          elementIfAny('depositor_name', {}, depositor?.name),
          elementIfAny('email_address', {}, depositor?.email),
        ),
        element('registrant', {}, registrant),
      ),
      element(
        'body',
        {},
        element(
          'journal',
          {},
          journalMetadata(issue),
          // Articles ahead of their issue are of none.
          issue.isAhead ? undefined : journalIssue(issue),
          articles.map((article) => journalArticle(article, issue, deposit['crossmark-policy'])),
        ),
      ),
    ),
  );
}

function journalMetadata({ journal: { title, short, lang, issn } }: CitableIssue): Element {
  return element(
    'journal_metadata',
    { language: crossrefLanguage(lang) },
    element('full_title', {}, title),
    short !== title && element('abbrev_title', {}, short),
    issn.print && element('issn', { media_type: 'print' }, issn.print),
    issn.online && element('issn', { media_type: 'electronic' }, issn.online),
  );
}

function journalIssue({ theme, date, volume, number, doi, address, journal }: CitableIssue): Element {
  return element(
    'journal_issue',
    {},
    theme && element('titles', {}, element('title', {}, theme)),
    publicationDates(date, date, journal.issn),
    element('journal_volume', {}, element('volume', {}, volume)),
    element('issue', {}, number),
    doi && address && element('doi_data', {}, element('doi', {}, doi), element('resource', {}, address)),
  );
}
