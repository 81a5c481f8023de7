import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import type { Article, Issue } from '../../issue/model.ts';
import type { PageRecord } from '../../record/schema.ts';
import { type TermsBook, termsFor } from '../../terms.ts';
import { articleBookmark, finder } from '../bookmarks.ts';
import { cutToTrim } from '../boxes.ts';
import { describeArticle } from '../description.ts';
import { finishReadable } from '../finish-readable.ts';
import { linkNames } from '../link-names.ts';
import type { Printed } from '../make-print.ts';
import { mendCharacters } from '../mend-characters.ts';
import { labelsOf } from '../page-labels.ts';
import { openPdf } from '../streams.ts';
import type { Target } from '../tags/links.ts';
import type { TagPlan } from '../tags/plan.ts';
import { type PrintedTags, readTags } from '../tags/read-tags.ts';

/** The offprint of an article: its pages as they are in the issue, but for the line that says where they are from. */
export interface Offprint {
  /** `offprints/<article>.pdf` */
  path: string;
  pdf: Uint8Array;
  /** The words of each page, where it shares none with another article. */
  texts?: string[];
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
    const source = await openPdf(pdf);
    cutToTrim(source, trimming);
    mendCharacters(source);
    const tags = readTags(source);
    for (const article of issue.articles.filter(({ id }) => articles.includes(id))) {
      const at = record.articles.find(({ id }) => id === article.id);
      if (!at) continue;
      const pages = Array.from({ length: at.lastIndex - at.firstIndex + 1 }, (_, i) => at.firstIndex - 1 + i);
      const about = describeArticle(issue, article, termsFor(terms, issue.journal.lang), at);
      const document = await PDFDocument.create({ updateMetadata: false });
      document.setProducer(source.getProducer() ?? '');
      const numbers = pages.map((page) => page - first);
      const copies = await document.copyPages(source, numbers);
      for (const page of copies) document.addPage(page);
      takeDestinations(source, document, article.id, new Map(numbers.map((number, i) => [number, copies[i]])));
      const plan = planOf(printed.tags, article);
      const finished = await finishReadable(document, {
        pages: new Map(numbers.map((number, i) => [number, copies[i] as PDFPage])),
        plan,
        printed: tagsOf(tags, plan, article.id),
        settle: settleFor(issue, article, terms),
        labels: labelsOf(
          pages.map((page) => record.pages[page]?.folio ?? ''),
          '',
        ),
        bookmarks: (places) => articleBookmark(article, finder(plan, places)),
        about,
        seed: pdf,
      });
      const shares = pages.some((page) => (survey.articles[page]?.length ?? 0) > 1);
      offprints.set(article.id, {
        path: `offprints/${article.name}.pdf`,
        pdf: finished,
        ...(shares ? {} : { texts: pages.map((page) => survey.pages[page] ?? '') }),
      });
    }
  }
  return issue.articles.flatMap(({ id }) => offprints.get(id) ?? []);
}

/** Links within the article stay; one to another article leads to its DOI; any other is left out. */
function settleFor(issue: Issue, article: Article, terms: TermsBook) {
  const nameOf = linkNames(issue, terms);
  return (target: Target): { target: Target; name: string } | undefined => {
    const name = nameOf(target);
    if ('address' in target || isOf(article.id, target.id)) return { target, name };
    const other = issue.articles.find(({ id }) => isOf(id, target.id));
    return other?.front.doi ? { target: { address: `https://doi.org/${other.front.doi}` }, name } : undefined;
  };
}

function isOf(article: string, id: string): boolean {
  return id === article || id.startsWith(`${article}-`);
}

/** The plan with the article’s language as the document’s. */
function planOf(plan: TagPlan, { lang }: Article): TagPlan {
  return plan.map((tag, number) => (number === 0 ? { ...tag, lang } : tag));
}

/** Of the tags that were printed, those of an article. */
function tagsOf(printed: PrintedTags, plan: TagPlan, article: string): PrintedTags {
  const from = plan.findIndex(({ id, tag }) => tag === 'Art' && id === article);
  const isInside = (number: number): boolean => {
    let at = number;
    while (at > from) at = plan[at]?.parent ?? 0;
    return at === from;
  };
  const own: PrintedTags = new Map([[0, [[{ kind: 'tag', number: from }]]]]);
  for (const [number, parts] of printed) if (isInside(number)) own.set(number, parts);
  return own;
}

/** Takes over the destinations of links within the article: pages by their number in the source. */
function takeDestinations(
  source: PDFDocument,
  document: PDFDocument,
  article: string,
  pages: ReadonlyMap<number, PDFPage | undefined>,
): void {
  const numbers = new Map(source.getPages().map(({ ref }, number) => [ref, number]));
  const all = source.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const own = document.context.obj({});
  for (const [name] of all?.entries() ?? []) {
    const place = all?.lookup(name);
    if (!isOf(article, name.decodeText()) || !(place instanceof PDFArray)) continue;
    const page = pages.get(numbers.get(place.get(0) as never) ?? -1);
    const rest = place.asArray().slice(1);
    if (page) own.set(name, document.context.obj([page.ref, ...rest.map((value) => value.clone(document.context))]));
  }
  document.catalog.set(PDFName.of('Dests'), own);
}
