import type { Element } from 'xast';
import type { CitableIssue } from '../../citable/citable.ts';
import type { JournalFacts } from '../../issue/schema.ts';
import { x, xmlFile, xText } from '../xml.ts';
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
    x(
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
      x(
        'head',
        {},
        x('doi_batch_id', {}, `${issue.slug}-${timestamp}`),
        x('timestamp', {}, timestamp),
        x('depositor', {}, xText('depositor_name', depositor?.name), xText('email_address', depositor?.email)),
        x('registrant', {}, registrant),
      ),
      x(
        'body',
        {},
        x(
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
  return x(
    'journal_metadata',
    { language: crossrefLanguage(lang) },
    x('full_title', {}, title),
    short !== title && x('abbrev_title', {}, short),
    issn.print && x('issn', { media_type: 'print' }, issn.print),
    issn.online && x('issn', { media_type: 'electronic' }, issn.online),
  );
}

function journalIssue({ theme, date, volume, number, doi, address, journal }: CitableIssue): Element {
  return x(
    'journal_issue',
    {},
    theme && x('titles', {}, x('title', {}, theme)),
    publicationDates(date, date, journal.issn),
    x('journal_volume', {}, x('volume', {}, volume)),
    x('issue', {}, number),
    doi && address && x('doi_data', {}, x('doi', {}, doi), x('resource', {}, address)),
  );
}
