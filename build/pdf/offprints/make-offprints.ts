import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { articleOfId } from '../../issue/ids.ts';
import { articleBookmark, type BookmarkedArticle, placeFinder } from '../bookmarks.ts';
import type { DocumentFacts } from '../document-facts.ts';
import { finishReadable } from '../finish-readable.ts';
import type { OpenedUnit } from '../opened-unit.ts';
import { pageLabels } from '../page-labels.ts';
import type { PrintedPages } from '../printed-unit.ts';
import { type LinkNames, nameOfAddress } from '../screen/finish-screen-unit.ts';
import type { ResolveLink } from '../tags/links.ts';
import { markedForArticle, putMarked } from '../tags/marked-pages.ts';
import type { MarkedContent } from '../tags/marking.ts';
import type { PrintedTags } from '../tags/read-printed-tags.ts';
import { articleTags, tagRangeOf } from './article-tags.ts';
import { addDestinations, type Destinations, readDestinations, setDestinations } from './destinations.ts';

/** The offprint of an article: its pages as in the issue, except for the line that names the source. */
export interface Offprint {
  /** The article’s id. */
  article: string;
  pdf: Uint8Array;
  /** The words of each page; undefined where it shares a page with another article. */
  texts?: string[];
}

/** The order for an offprint, with what it says of itself. */
export interface OffprintOrder extends BookmarkedArticle {
  lang: string;
  /** Its pages in the unit, counted from 0. */
  pages: readonly number[];
  about: DocumentFacts;
}

/** The targets of a unit’s links: their names, and the addresses of other articles. */
export interface OffprintLinks {
  names: LinkNames;
  addresses: Readonly<Record<string, string>>;
}

/** The input of the offprints of a unit. */
interface OffprintSource extends Pick<OpenedUnit, 'unit' | 'marked'> {
  /** The printed unit, with pages for the screen. */
  document: PDFDocument;
  tags: PrintedTags;
  destinations: Destinations;
  links: OffprintLinks;
  seed: Uint8Array;
}

/** Makes offprints of articles of a unit, from its pages and their copies alone. */
export async function makeOffprints(
  opened: OpenedUnit,
  orders: readonly OffprintOrder[],
  links: OffprintLinks,
): Promise<Offprint[]> {
  const { unit, marked } = opened;
  const { articles, pages: texts } = unit.survey;
  const document = await opened.openForScreen();
  const source: OffprintSource = {
    unit,
    marked,
    document,
    tags: opened.tags(),
    destinations: readDestinations(document),
    links,
    seed: createHash('sha256').update(unit.pdf).digest(),
  };
  const offprints: Offprint[] = [];
  for (const order of orders) {
    const shares = order.pages.some((page) => (articles[page]?.length ?? 0) > 1);
    offprints.push({
      article: order.id,
      pdf: await cutOffprint(source, order),
      ...(shares ? {} : { texts: order.pages.map((page) => texts[page] ?? '') }),
    });
  }
  // They are not needed again.
  marked.clear();
  return offprints;
}

/** The pages of an article in its unit, counted from 0, from the first on which it is to the last. */
export function pagesOfArticle({ survey }: PrintedPages, article: string): number[] {
  const on = survey.articles.flatMap((ids, page) => (ids.includes(article) ? [page] : []));
  const [from = 0, to = -1] = [on[0], on.at(-1)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

async function cutOffprint(source: OffprintSource, order: OffprintOrder): Promise<Uint8Array> {
  const { tags: plan, copies, folios } = source.unit;
  const { id, pages, about } = order;
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setProducer(source.document.getProducer() ?? '');
  const printedPages = pages.map(
    (page) => copies.find((copy) => copy.article === id && copy.page === page)?.at ?? page,
  );
  const already = takeMarked(source, printedPages, tagRangeOf(plan, id));
  const own = await document.copyPages(source.document, printedPages);
  for (const page of own) document.addPage(page);
  const numbered = new Map(own.map((page, i) => [pages[i] ?? 0, page]));
  setDestinations(document, source.destinations, (its) => articleOfId(its) === id, numbered);
  const tags = articleTags(
    plan,
    source.tags,
    order,
    new Map(printedPages.map((printedPage, place) => [printedPage, place])),
  );
  return finishReadable(document, {
    pages: new Map(own.entries()),
    ...tags,
    resolveLink: linkResolver(id, source.links),
    shared: { already },
    // The pages of an article ahead of its issue are counted, and have no folios.
    labels: about.pages
      ? pageLabels(
          pages.map((page) => folios[page] ?? ''),
          '',
        )
      : pages.map((_, i) => ({ prefix: '', number: i + 1 })),
    bookmarks: (places) => {
      const find = placeFinder(tags.plan, places);
      addDestinations(document, [id, ...order.headings.map((heading) => heading.id)], find);
      return articleBookmark(order, find);
    },
    about,
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
function linkResolver(article: string, { names, addresses }: OffprintLinks): ResolveLink {
  return (target) => {
    if ('address' in target) return { target, name: nameOfAddress(target) };
    const { id } = target;
    const name = Object.hasOwn(names, id) ? names[id] : undefined;
    if (articleOfId(id) === article) return { target, name: name ?? id };
    const address = Object.hasOwn(addresses, articleOfId(id)) ? addresses[articleOfId(id)] : undefined;
    return address && name !== undefined ? { target: { address }, name } : undefined;
  };
}
