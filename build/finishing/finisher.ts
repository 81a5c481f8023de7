import { availableParallelism } from 'node:os';
import { type Cache, keyOf, type PlainData } from '../cache/cache.ts';
import type { CommonChecks } from '../check/clean-pdf.ts';
import { articleOfId } from '../issue/ids.ts';
import type { Article, Issue } from '../issue/model.ts';
import { describeArticle } from '../pdf/document-facts.ts';
import { linkNamer } from '../pdf/link-names.ts';
import { type OffprintOrder, pagesOfArticle } from '../pdf/offprints/make-offprints.ts';
import type { PressSettings } from '../pdf/press/press-settings.ts';
import type { PrintedUnit } from '../pdf/printed-unit.ts';
import { idsElsewhere } from '../pdf/screen/ids-elsewhere.ts';
import { uncountedPages } from '../record/uncounted-pages.ts';
import { doiAddress } from '../text/identifiers.ts';
import { type TermsBook, termsFor } from '../theme/terms.ts';
import { threadsOf } from '../threads/threads.ts';
import type { FinishedUnit, UnitJob } from './finish-unit.ts';

/** Finishes the units of an issue, in other threads, as soon as each is printed. */
export interface Finisher {
  /** Finishes a unit, or takes what was made of it before. The same unit is finished once. */
  finish(unit: PrintedUnit): Promise<FinishedUnit>;
}

/** The input of a finisher. */
export interface FinishingMeans {
  issue: Issue;
  terms: TermsBook;
  /** The ids of all elements that links may lead to. */
  ids: ReadonlySet<string>;
  /** The editions that are made of units. */
  wanted: { screen: boolean; offprints: boolean; press: PressSettings | undefined };
  /** What finished files are held to; nothing is checked where it is missing. */
  checks: CommonChecks | undefined;
  cache: Cache;
}

/** One core is left to the browser and to the thread that sets lines. */
const most = Math.max(1, availableParallelism() - 1);

const threads = threadsOf<UnitJob, FinishedUnit>(
  new URL('./finish-unit-thread.mjs', import.meta.url),
  async (job) => (await import('./finish-unit.ts')).finishUnit(job),
  most,
);

/** Makes a finisher. Its threads load their code while the first units are set. */
export function startFinishing(means: FinishingMeans): Finisher {
  const { issue, terms, ids, wanted, checks, cache } = means;
  const known = new Map<string, Promise<FinishedUnit>>();
  const nameOf = linkNamer(issue, terms);
  const termsKey = keyOf(terms as never);
  if (wanted.screen || wanted.offprints || wanted.press) threads.start();
  const { profile, ...settings } = wanted.press ?? {};
  const pressKey = wanted.press && keyOf({ profile, settings: settings as never });

  const finish = async (unit: PrintedUnit): Promise<FinishedUnit> => {
    const articles = issue.articles.filter(({ id }) => unit.articles.includes(id));
    const outside = idsElsewhere(unit.pdf).filter((id) => ids.has(id));
    const others = [...new Set(outside.map(articleOfId))];
    const links = {
      names: Object.fromEntries(outside.map((id) => [id, nameOf({ id })])),
      addresses: Object.fromEntries(
        issue.articles.flatMap(({ id, front: { doi } }) => (doi && others.includes(id) ? [[id, doiAddress(doi)]] : [])),
      ),
    };
    const orders = wanted.offprints ? ordersOf(unit, articles, issue, terms) : [];
    // A separate cover is not among the pages.
    const from =
      wanted.press?.cover === 'separate' ? uncountedPages({ pages: unit.folios.map((folio) => ({ folio })) }) : 0;
    const inputs: PlainData = {
      unit: unit.key,
      folios: unit.folios,
      articles: articles.map(({ key, headings }) => ({ key: key ?? null, headings: headings as never })),
      links,
      terms: termsKey,
      checks: checks as never,
      name: unit.name,
    };
    const keys = {
      screen: wanted.screen ? keyOf(inputs) : undefined,
      offprints: orders.length > 0 ? keyOf({ inputs, orders: orders.map(dated) }) : undefined,
      press:
        pressKey && from < unit.count ? keyOf({ inputs, press: pressKey, from, screen: wanted.screen }) : undefined,
    };
    const isKept = articles.every(({ key }) => key !== undefined);
    const find = async <Kind extends keyof typeof keys>(kind: Kind) =>
      isKept && keys[kind] ? await cache.find<FinishedUnit[Kind]>(`unit-${kind}`, keys[kind]) : undefined;
    const kept: FinishedUnit = {};
    const [screen, offprints, press] = await Promise.all([find('screen'), find('offprints'), find('press')]);
    if (screen) kept.screen = screen;
    if (offprints) kept.offprints = offprints;
    if (press) kept.press = press;
    const job = {
      screen: keys.screen !== undefined && !kept.screen,
      offprints: keys.offprints !== undefined && !kept.offprints ? orders : undefined,
      press:
        wanted.press && keys.press !== undefined && !kept.press
          ? { settings: wanted.press, from, screen: kept.screen?.part }
          : undefined,
    };
    if (!job.screen && !job.offprints && !job.press) return kept;
    const own = unit.tags.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const names = { ...links.names, ...Object.fromEntries(own.map((id) => [id, nameOf({ id })])) };
    const plain = articles.map(({ file: _, ...article }) => article);
    const made = await threads.run({ ...job, unit, articles: plain, links: { ...links, names }, checks });
    if (isKept)
      for (const kind of ['screen', 'offprints', 'press'] as const)
        if (made[kind] && keys[kind]) await cache.keep(`unit-${kind}`, keys[kind], made[kind]);
    return { ...kept, ...made };
  };

  return {
    finish: (unit) => {
      const work = known.get(unit.key) ?? finish(unit);
      // A failure is reported where the result is used.
      work.catch(() => {});
      known.set(unit.key, work);
      return work;
    },
  };
}

/** The orders for the offprints of a unit. */
function ordersOf(unit: PrintedUnit, articles: readonly Article[], issue: Issue, terms: TermsBook): OffprintOrder[] {
  const words = termsFor(terms, issue.journal.lang);
  return articles.flatMap((article): OffprintOrder[] => {
    const pages = pagesOfArticle(unit, article.id);
    if (pages.length === 0) return [];
    const [first = '', last = ''] = [pages[0], pages.at(-1)].map((page) => unit.folios[page ?? 0]);
    const { id, lang, title, headings } = article;
    return [
      {
        id,
        lang,
        pages,
        title: { text: title.text },
        headings: headings.map((heading) => ({ ...heading, title: { text: heading.title.text } })),
        about: describeArticle(issue, article, words, { first, last }),
      },
    ];
  });
}

/** An order as plain data. */
function dated(order: OffprintOrder): PlainData {
  return { ...order, about: { ...order.about, date: order.about.date.toISOString() } } as never;
}
