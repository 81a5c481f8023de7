import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { doiAddress } from '../../issue/identifiers.ts';
import type { Article, Issue } from '../../issue/model.ts';
import type { PageRecord } from '../../record/schema.ts';
import { type TermsBook, termsFor } from '../../terms.ts';
import { articleBookmark, finder } from '../bookmarks.ts';
import { cutToTrim } from '../boxes.ts';
import { describeArticle } from '../description.ts';
import { openPdf } from '../file/open-pdf.ts';
import { finishReadable } from '../finish-readable.ts';
import { linkNames } from '../link-names.ts';
import type { Printed } from '../make-print.ts';
import { mendCharacters } from '../mend-characters.ts';
import { labelsOf } from '../page-labels.ts';
import type { Settle } from '../tags/links.ts';
import { type PrintedTags, readTags } from '../tags/read-tags.ts';
import { articleTags } from './article-tags.ts';
import { takeDestinations } from './destinations.ts';

/** The offprint of an article: its pages as they are in the issue, but for the line that says where they are from. */
export interface Offprint {
  /** `offprints/<article>.pdf` */
  path: string;
  pdf: Uint8Array;
  /** The words of each page, where it shares none with another article. */
  texts?: string[];
}

/** What offprints are cut from, opened. */
interface Source {
  document: PDFDocument;
  tags: PrintedTags;
  seed: Uint8Array;
  /** The issue’s page that is its first, counted from 0. */
  first: number;
}

/** Makes an offprint of each article, from what was printed for them. */
export async function makeOffprints(
  issue: Issue,
  printed: Printed,
  record: PageRecord,
  terms: TermsBook,
): Promise<Offprint[]> {
  const { survey, trimming } = printed.pages;
  const offprints = new Map<string, Offprint>();
  for (const { pdf, first, articles } of printed.offprints) {
    const document = openPdf(pdf);
    cutToTrim(document, trimming);
    mendCharacters(document);
    const source = { document, tags: readTags(document), seed: createHash('sha256').update(pdf).digest(), first };
    for (const article of issue.articles.filter(({ id }) => articles.includes(id))) {
      const at = record.articles.find(({ id }) => id === article.id);
      if (!at) continue;
      const pages = Array.from({ length: at.lastIndex - at.firstIndex + 1 }, (_, i) => at.firstIndex - 1 + i);
      const shares = pages.some((page) => (survey.articles[page]?.length ?? 0) > 1);
      offprints.set(article.id, {
        path: `offprints/${article.name}.pdf`,
        pdf: await cutOffprint(issue, article, source, printed, pages, at, terms),
        ...(shares ? {} : { texts: pages.map((page) => survey.pages[page] ?? '') }),
      });
    }
  }
  return issue.articles.flatMap(({ id }) => offprints.get(id) ?? []);
}

/** `pages` are those of the issue, counted from 0. */
async function cutOffprint(
  issue: Issue,
  article: Article,
  source: Source,
  printed: Printed,
  pages: readonly number[],
  folios: { first: string; last: string },
  terms: TermsBook,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setProducer(source.document.getProducer() ?? '');
  const numbers = pages.map((page) => page - source.first);
  const copies = new Map(
    (await document.copyPages(source.document, numbers)).map((page, i) => [numbers[i] ?? 0, page]),
  );
  for (const page of copies.values()) document.addPage(page);
  takeDestinations(source.document, document, (id) => isOf(article.id, id), copies);
  const tags = articleTags(printed.tags, source.tags, article);
  const labels = pages.map((page) => printed.pages.list[page]?.folio ?? '');
  return finishReadable(document, {
    pages: copies,
    ...tags,
    settle: settleFor(issue, article, terms),
    labels: labelsOf(labels, ''),
    bookmarks: (places) => articleBookmark(article, finder(tags.plan, places)),
    about: describeArticle(issue, article, termsFor(terms, issue.journal.lang), folios),
    seed: source.seed,
  });
}

/** Links within the article stay; one to another article leads to its DOI; any other is left out. */
function settleFor(issue: Issue, article: Article, terms: TermsBook): Settle {
  const nameOf = linkNames(issue, terms);
  return (target) => {
    const name = nameOf(target);
    if ('address' in target || isOf(article.id, target.id)) return { target, name };
    const doi = issue.articles.find(({ id }) => isOf(id, target.id))?.front.doi;
    return doi ? { target: { address: doiAddress(doi) }, name } : undefined;
  };
}

function isOf(article: string, id: string): boolean {
  return id === article || id.startsWith(`${article}-`);
}
