import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { articleOfId } from '../../issue/ids.ts';
import type { Article, Issue } from '../../issue/model.ts';
import type { PageRecord } from '../../record/schema.ts';
import { doiAddress } from '../../text/identifiers.ts';
import { type TermsBook, termsFor } from '../../theme/terms.ts';
import { articleBookmark, placeFinder } from '../bookmarks.ts';
import { cutToTrim } from '../boxes.ts';
import { describeArticle } from '../document-facts.ts';
import { finishReadable } from '../finish-readable.ts';
import { linkNamer } from '../link-names.ts';
import type { PrintedIssue } from '../make-print.ts';
import { pageLabels } from '../page-labels.ts';
import { printedFile } from '../printed-file.ts';
import type { LinkTarget, ResolveLink } from '../tags/links.ts';
import { type MarkedPage, markedForArticle, putMarked } from '../tags/marked-pages.ts';
import type { MarkedContent } from '../tags/marking.ts';
import type { PrintedTags } from '../tags/read-printed-tags.ts';
import { articleTags, tagRangeOf } from './article-tags.ts';
import { type Destinations, readDestinations, setDestinations } from './destinations.ts';

/** The offprint of an article: its pages as in the issue, except for the line that names the source. */
export interface Offprint {
  article: Article;
  pdf: Uint8Array;
  /** The words of each page; undefined where it shares a page with another article. */
  texts?: string[];
}

/** The input of all offprints of an issue. */
interface OffprintSource {
  issue: Issue;
  printed: PrintedIssue;
  terms: TermsBook;
  /** The printed file, with pages for the screen. */
  document: PDFDocument;
  tags: PrintedTags;
  marked: ReadonlyMap<number, MarkedPage>;
  destinations: Destinations;
  nameOf: (target: LinkTarget) => string;
  seed: Uint8Array;
}

/** Makes an offprint of each article from the issue’s printed pages. */
export async function makeOffprints(
  issue: Issue,
  printed: PrintedIssue,
  record: PageRecord,
  terms: TermsBook,
): Promise<Offprint[]> {
  const { survey, trimming } = printed.pages;
  const file = printedFile(printed.pdf);
  const document = file.open();
  await file.fitToScreen(document);
  cutToTrim(document, trimming);
  const source: OffprintSource = {
    issue,
    printed,
    terms,
    document,
    tags: file.tags(),
    marked: file.marked,
    destinations: readDestinations(document),
    nameOf: linkNamer(issue, terms),
    seed: createHash('sha256').update(printed.pdf).digest(),
  };
  const offprints: Offprint[] = [];
  for (const article of issue.articles) {
    const at = record.articles.find(({ id }) => id === article.id);
    if (!at) continue;
    const pages = Array.from({ length: at.lastIndex - at.firstIndex + 1 }, (_, i) => at.firstIndex - 1 + i);
    const shares = pages.some((page) => (survey.articles[page]?.length ?? 0) > 1);
    offprints.push({
      article,
      pdf: await cutOffprint(source, article, pages, at),
      ...(shares ? {} : { texts: pages.map((page) => survey.pages[page] ?? '') }),
    });
  }
  // They are not needed again.
  file.marked.clear();
  return offprints;
}

/** Makes the offprint of an article. `pages` are pages of the issue, counted from 0. */
async function cutOffprint(
  source: OffprintSource,
  article: Article,
  pages: readonly number[],
  folios: { first: string; last: string },
): Promise<Uint8Array> {
  const { issue, terms } = source;
  const {
    tags: plan,
    copies,
    pages: { list },
  } = source.printed;
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setProducer(source.document.getProducer() ?? '');
  const printedPages = pages.map(
    (page) => copies.find((copy) => copy.article === article.id && copy.page === page)?.at ?? page,
  );
  const already = takeMarked(source, printedPages, tagRangeOf(plan, article.id));
  const own = await document.copyPages(source.document, printedPages);
  for (const page of own) document.addPage(page);
  const numbered = new Map(own.map((page, i) => [pages[i] ?? 0, page]));
  setDestinations(document, source.destinations, (id) => articleOfId(id) === article.id, numbered);
  const tags = articleTags(
    plan,
    source.tags,
    article,
    new Map(printedPages.map((printedPage, place) => [printedPage, place])),
  );
  return finishReadable(document, {
    pages: new Map(own.entries()),
    ...tags,
    resolveLink: linkResolver(issue, article, source.nameOf),
    shared: { already },
    labels: pageLabels(
      pages.map((page) => list[page]?.folio ?? ''),
      '',
    ),
    bookmarks: (places) => articleBookmark(article, placeFinder(tags.plan, places)),
    about: describeArticle(issue, article, termsFor(terms, issue.journal.lang), folios),
    seed: source.seed,
  });
}

/**
 * Reuses pages as they were marked for the issue, if everything on them is the article’s. Returns their marked content,
 * by position among the article’s pages.
 */
function takeMarked(
  { document, marked }: OffprintSource,
  printedPages: readonly number[],
  numbers: { from: number; to: number },
): Map<number, MarkedContent> {
  const already = new Map<number, MarkedContent>();
  for (const [place, printedPage] of printedPages.entries()) {
    const known = marked.get(printedPage);
    const own = known && markedForArticle(known.marked, numbers);
    if (!own) continue;
    putMarked(document, document.getPage(printedPage), known);
    already.set(place, own);
  }
  return already;
}

/** Keeps links within the article; a link to another article leads to its DOI, and any other is removed. */
function linkResolver(issue: Issue, article: Article, nameOf: (target: LinkTarget) => string): ResolveLink {
  return (target) => {
    const name = nameOf(target);
    if ('address' in target || articleOfId(target.id) === article.id) return { target, name };
    const doi = issue.articles.find(({ id }) => id === articleOfId(target.id))?.front.doi;
    return doi ? { target: { address: doiAddress(doi) }, name } : undefined;
  };
}
