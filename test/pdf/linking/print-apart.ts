import type { Chrome, Page } from '../../../build/browser/browser.ts';
import { wholeIssue } from '../../../build/editions/units.ts';
import { composeGalley } from '../../../build/galley/galley.ts';
import { articleOfId } from '../../../build/issue/ids.ts';
import type { Issue } from '../../../build/issue/model.ts';
import { newMeasureCache } from '../../../build/lines/measure-cache.ts';
import type { Survey } from '../../../build/pages/in-page/survey.ts';
import { makePages, type PagesMade } from '../../../build/pages/make-pages.ts';
import { tagRangeOf } from '../../../build/pdf/offprints/article-tags.ts';
import { copyPageName, copyRules } from '../../../build/pdf/offprints/copy-rules.ts';
import { planCopies } from '../../../build/pdf/offprints/plan-copies.ts';
import { call } from '../../../build/pdf/page-functions.ts';
import { printPages, withSite } from '../../../build/pdf/print.ts';
import { otherUnit, type PrintedUnit } from '../../../build/pdf/printed-unit.ts';
import type { TagPlan } from '../../../build/pdf/tags/plan.ts';
import type { Style } from '../../../build/styles/style.ts';
import type { Theme } from '../../../build/theme/theme.ts';

/** An issue in print, as a whole and in units. */
export interface PrintedTwice {
  whole: PrintedUnit;
  units: PrintedUnit[];
  pages: PagesMade;
}

/** The pages and tags of a unit in those of the issue: its first page, and its numbers of the issue’s tags. */
interface Share {
  name: string;
  articles: string[];
  from: number;
  to: number;
  tags: number[];
}

/**
 * Prints an issue as a whole, and each article, and the pages before and behind them, alone; the composed pages are the
 * same. Every article has to begin on a page of its own.
 */
export async function printApart(chrome: Chrome, issue: Issue, style: Style, theme: Theme): Promise<PrintedTwice> {
  const site = await composeGalley(issue, style, theme);
  return withSite(chrome, site, async (page) => {
    const plan = await call(page, 'planTags');
    const pages = await makePages(page, issue.facts['first-page'], newMeasureCache());
    await call(page, 'showTags');
    const copies = planCopies(pages.survey.articles);
    const rules = await copyRules(issue, pages, copies, style.css, theme);
    await page.addStyleTag({
      content: `${rules}\n[data-elsewhere], [data-elsewhere] * { visibility: hidden !important; }`,
    });
    const saved = await page.evaluate(() => document.body.innerHTML);
    const print = async (share: Share): Promise<PrintedUnit> => {
      const { name, articles, from, to } = share;
      await page.evaluate((html) => {
        document.body.innerHTML = html;
      }, saved);
      const tags = planOf(plan, share);
      await cutOut(page, share, issue.facts['first-page']);
      const survey = surveyOf(pages.survey, share);
      const skip = from % 2;
      const own = planCopies(survey.articles);
      const orders = own.map((copy) => ({
        ...copy,
        name: copyPageName({ ...copy, page: copy.page + from }),
        tags: tagRangeOf(tags, copy.article),
      }));
      await call(page, 'appendCopies', to - from, orders);
      // Copies are on their sides, too.
      if (skip > 0) await page.evaluate(addFirst);
      const pdf = await printPages(page, issue.made);
      const folios = pages.list.slice(from, to).map(({ folio }) => folio);
      return {
        name,
        articles,
        pdf,
        skip,
        count: to - from,
        tags,
        copies: own,
        folios,
        survey,
        trimming: pages.trimming,
      };
    };
    const all = issue.articles.map(({ id }) => id);
    const everything = { name: 'issue', articles: all, from: 0, to: pages.count, tags: [...plan.keys()].slice(1) };
    const whole = await print(everything);
    const units: PrintedUnit[] = [];
    for (const share of sharesOf(pages, plan, all)) units.push(await print(share));
    return { whole: { ...whole, ...wholeIssue({ ...whole, pages }, all), pdf: whole.pdf }, units, pages };
  });
}

/** The units: what stands before the articles, each of them, what stands behind. */
function sharesOf({ survey, count }: PagesMade, plan: TagPlan, articles: readonly string[]): Share[] {
  const firsts = articles.map((id) => survey.articles.findIndex((ids) => ids.includes(id)));
  const colophon = (survey.ids.find(([id]) => id === 'colophon')?.[1] ?? count + 1) - 1;
  const ranges = articles.map((id) => tagRangeOf(plan, id));
  const inAny = (number: number) => ranges.some(({ from, to }) => number >= from && number < to);
  const free = [...plan.keys()].slice(1).filter((number) => !inAny(number));
  const begin = ranges[0]?.from ?? plan.length;
  const ends = [...firsts.slice(1), colophon];
  const own = articles.map((id, i): Share => {
    const { from, to } = ranges[i] as { from: number; to: number };
    const tags = Array.from({ length: to - from }, (_, at) => from + at);
    return { name: id, articles: [id], from: firsts[i] as number, to: ends[i] as number, tags };
  });
  const front = { name: 'front', articles: [], from: 0, to: firsts[0] ?? 0, tags: free.filter((tag) => tag < begin) };
  const back = { name: 'back', articles: [], from: colophon, to: count, tags: free.filter((tag) => tag > begin) };
  return [front, ...own, back].filter(({ from, to }) => to > from);
}

/** The plan of a unit, numbered anew. */
function planOf(plan: TagPlan, { tags }: Share): TagPlan {
  const numbers = new Map([[0, 0], ...tags.map((tag, i): [number, number] => [tag, i + 1])]);
  const numberOf = (tag: number) => numbers.get(tag) ?? 0;
  return [0, ...tags].map((number) => {
    const tag = plan[number] as TagPlan[number];
    return {
      ...tag,
      parent: number === 0 ? -1 : numberOf(tag.parent),
      ...(tag.label === undefined ? {} : { label: numberOf(tag.label) }),
      ...(tag.headers ? { headers: tag.headers.map(numberOf) } : {}),
    };
  });
}

/** Adds an empty page, so that the next one is a left one. */
function addFirst(): void {
  const first = document.createElement('section');
  first.className = 'page blank';
  first.style.setProperty('page', 'plain');
  document.body.prepend(first);
  const next = first.nextElementSibling as HTMLElement;
  next.style.setProperty('break-before', 'page');
  const reset = Number(document.documentElement.style.getPropertyValue('counter-reset').replace('page', ''));
  document.documentElement.style.setProperty('counter-reset', `page ${reset - 1}`);
}

/** Leaves a unit’s pages in the document, with its numbers of tags; links to what is gone become addresses. */
async function cutOut(page: Page, { from, to, tags }: Share, firstPage: number): Promise<void> {
  const reset = firstPage - 2 - (firstPage % 2) + from;
  const numbers = Object.fromEntries(tags.map((tag, i) => [String(tag), String(i + 1)]));
  await page.evaluate(
    (cut) => {
      const all = [...document.querySelectorAll('body > .sheet, body > .page')];
      for (const [i, one] of all.entries()) if (i < cut.from || i >= cut.to) one.remove();
      document.documentElement.style.setProperty('counter-reset', `page ${cut.reset}`);
      for (const tagged of document.querySelectorAll('[data-tag]')) {
        const number = cut.numbers[tagged.getAttribute('data-tag') ?? ''] ?? '0';
        tagged.setAttribute('data-tag', number);
        tagged.setAttribute('aria-label', `@${number}`);
      }
      for (const link of document.querySelectorAll('a[href^="#"]')) {
        const id = decodeURIComponent(link.getAttribute('href') ?? '').slice(1);
        if (!document.getElementById(id)) link.setAttribute('href', `${cut.otherUnit}${id}`);
      }
    },
    { from, to, reset, numbers, otherUnit },
  );
}

/** What a survey says of a unit. */
function surveyOf(survey: Survey, { from, to, articles }: Share): Survey {
  const isHere = (page: number) => page > from && page <= to;
  const here = <Item extends { page: number }>(items: readonly Item[]) =>
    items.filter(({ page }) => isHere(page)).map((item) => ({ ...item, page: item.page - from }));
  return {
    ids: survey.ids.filter(([, page]) => isHere(page)).map(([id, page]) => [id, page - from]),
    notes: survey.notes
      .filter(({ pages }) => pages.some(isHere))
      .map(({ id, pages }) => ({ id, pages: pages.map((page) => page - from) })),
    calls: here(survey.calls),
    texts: survey.texts.filter(({ id }) => articles.includes(articleOfId(id))),
    folios: here(survey.folios),
    pages: survey.pages.slice(from, to),
    articles: survey.articles.slice(from, to),
    pictures: here(survey.pictures),
    over: here(survey.over),
  };
}
