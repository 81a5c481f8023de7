import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { articleOfId } from '../../issue/ids.ts';
import type { Article, Issue } from '../../issue/model.ts';
import type { PageRecord } from '../../record/schema.ts';
import { doiAddress } from '../../text/identifiers.ts';
import { type TermsBook, termsFor } from '../../theme/terms.ts';
import { articleBookmark, finder } from '../bookmarks.ts';
import { cutToTrim } from '../boxes.ts';
import { describeArticle } from '../description.ts';
import { finishReadable } from '../finish-readable.ts';
import { linkNames } from '../link-names.ts';
import type { Printed } from '../make-print.ts';
import { labelsOf } from '../page-labels.ts';
import { printedFile } from '../printed-file.ts';
import type { LinkTarget, ResolveLink } from '../tags/links.ts';
import { type MarkedPage, markedForArticle, putMarked } from '../tags/marked-pages.ts';
import type { MarkedContent } from '../tags/marking.ts';
import type { PrintedTags } from '../tags/read-printed-tags.ts';
import { articleTags, tagRangeOf } from './article-tags.ts';
import { type Destinations, readDestinations, setDestinations } from './destinations.ts';

/** The offprint of an article: its pages as they are in the issue, but for the line that says where it is from. */
export interface Offprint {
  article: Article;
  pdf: Uint8Array;
  /** The words of each page, where it shares none with another article. */
  texts?: string[];
}

/** What offprints are cut from. */
interface Source {
  document: PDFDocument;
  tags: PrintedTags;
  marked: ReadonlyMap<number, MarkedPage>;
  destinations: Destinations;
  nameOf: (target: LinkTarget) => string;
  seed: Uint8Array;
}

/** Makes an offprint of each article, from what was printed for the issue. */
export async function makeOffprints(
  issue: Issue,
  printed: Printed,
  record: PageRecord,
  terms: TermsBook,
): Promise<Offprint[]> {
  const { survey, trimming } = printed.pages;
  const file = printedFile(printed.pdf);
  const document = file.open();
  await file.fitToScreen(document);
  cutToTrim(document, trimming);
  const source: Source = {
    document,
    tags: file.tags(),
    marked: file.marked,
    destinations: readDestinations(document),
    nameOf: linkNames(issue, terms),
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
      pdf: await cutOffprint(issue, article, source, printed, pages, at, terms),
      ...(shares ? {} : { texts: pages.map((page) => survey.pages[page] ?? '') }),
    });
  }
  // Nobody needs them any more.
  file.marked.clear();
  return offprints;
}

/** `pages` are those of the issue, counted from 0. */
async function cutOffprint(
  issue: Issue,
  article: Article,
  source: Source,
  { tags: plan, copies, pages: { list } }: Printed,
  pages: readonly number[],
  folios: { first: string; last: string },
  terms: TermsBook,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setProducer(source.document.getProducer() ?? '');
  const sheets = pages.map(
    (page) => copies.find((copy) => copy.article === article.id && copy.page === page)?.at ?? page,
  );
  const already = takeMarked(source, sheets, tagRangeOf(plan, article.id));
  const own = await document.copyPages(source.document, sheets);
  for (const page of own) document.addPage(page);
  const numbered = new Map(own.map((page, i) => [pages[i] ?? 0, page]));
  setDestinations(document, source.destinations, (id) => articleOfId(id) === article.id, numbered);
  const tags = articleTags(plan, source.tags, article, new Map(sheets.map((sheet, place) => [sheet, place])));
  return finishReadable(document, {
    pages: new Map(own.entries()),
    ...tags,
    resolveLink: linkResolver(issue, article, source.nameOf),
    shared: { already },
    labels: labelsOf(
      pages.map((page) => list[page]?.folio ?? ''),
      '',
    ),
    bookmarks: (places) => articleBookmark(article, finder(tags.plan, places)),
    about: describeArticle(issue, article, termsFor(terms, issue.journal.lang), folios),
    seed: source.seed,
  });
}

/** Has pages as they were marked for the issue, where nothing on them is another article’s. Returns what was marked on each, by its place among the article’s pages. */
function takeMarked(
  { document, marked }: Source,
  sheets: readonly number[],
  numbers: { from: number; to: number },
): Map<number, MarkedContent> {
  const already = new Map<number, MarkedContent>();
  for (const [place, sheet] of sheets.entries()) {
    const known = marked.get(sheet);
    const own = known && markedForArticle(known.marked, numbers);
    if (!own) continue;
    putMarked(document, document.getPage(sheet), known);
    already.set(place, own);
  }
  return already;
}

/** Links within the article stay; one to another article leads to its DOI; any other is left out. */
function linkResolver(issue: Issue, article: Article, nameOf: (target: LinkTarget) => string): ResolveLink {
  return (target) => {
    const name = nameOf(target);
    if ('address' in target || articleOfId(target.id) === article.id) return { target, name };
    const doi = issue.articles.find(({ id }) => id === articleOfId(target.id))?.front.doi;
    return doi ? { target: { address: doiAddress(doi) }, name } : undefined;
  };
}
