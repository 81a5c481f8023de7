import { availableParallelism } from 'node:os';
import { keyOf, type PlainData } from '../cache/cache.ts';
import type { WorkingCache } from '../cache/working-cache.ts';
import type { CommonChecks } from '../check/clean-pdf.ts';
import { articleOfId } from '../issue/ids.ts';
import type { Article, Issue } from '../issue/model.ts';
import { describeArticle } from '../pdf/document-facts.ts';
import { linkNamer } from '../pdf/link-names.ts';
import { type OffprintOrder, pagesOfArticle } from '../pdf/offprints/make-offprints.ts';
import type { PressSettings } from '../pdf/press/press-settings.ts';
import { loadUnit, type PrintedUnit } from '../pdf/printed-unit.ts';
import { uncountedPages } from '../record/uncounted-pages.ts';
import { doiAddress } from '../text/identifiers.ts';
import { type TermsBook, termsFor } from '../theme/terms.ts';
import { atMost } from '../threads/at-most.ts';
import { threadsOf } from '../threads/threads.ts';
import type { FinishedUnit, UnitJob } from './finish-unit.ts';

/** What is made of a unit: its part of the screen PDF, the offprints of its articles, its part of the print PDF. */
type Kind = keyof FinishedUnit;
const kinds: readonly Kind[] = ['screen', 'offprints', 'press'];

/** Finishes the units of an issue, in other threads. */
export interface Finisher {
  /**
   * Begins to finish a unit that is just printed. What is made of it is kept on disk until it is asked for: a unit that
   * is done takes no memory.
   */
  begin(unit: PrintedUnit): void;
  /** Reads what was made of a unit, by default all of it; makes what is not there. */
  finish(unit: PrintedUnit, ...some: Kind[]): Promise<FinishedUnit>;
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
  /** Where the results are kept. */
  working: WorkingCache;
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
  const { issue, terms, ids, wanted, checks, working } = means;
  const begun = new Map<string, Promise<void>>();
  const nameOf = linkNamer(issue, terms);
  const termsKey = keyOf(terms as never);
  // A unit that waits for a thread is not read before.
  const inThread = atMost(most);
  if (wanted.screen || wanted.offprints || wanted.press) threads.start();
  const { profile, ...settings } = wanted.press ?? {};
  const pressKey = wanted.press && keyOf({ profile, settings: settings as never });

  /** The order for all that is made of a unit, and the keys under which the results are kept. */
  const orderFor = (unit: PrintedUnit) => {
    const articles = issue.articles.filter(({ id }) => unit.articles.includes(id));
    const outside = unit.linksOut.filter((id) => ids.has(id));
    const others = [...new Set(outside.map(articleOfId))];
    const links = {
      names: Object.fromEntries(outside.map((id) => [id, nameOf({ id })])),
      addresses: Object.fromEntries(
        issue.articles.flatMap(({ id, front: { doi } }) => (doi && others.includes(id) ? [[id, doiAddress(doi)]] : [])),
      ),
    };
    const offprints = wanted.offprints ? ordersOf(unit, articles, issue, terms) : [];
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
    const keys: Record<Kind, string | undefined> = {
      screen: wanted.screen ? keyOf(inputs) : undefined,
      offprints: offprints.length > 0 ? keyOf({ inputs, orders: offprints.map(dated) }) : undefined,
      press:
        pressKey && from < unit.count ? keyOf({ inputs, press: pressKey, from, screen: wanted.screen }) : undefined,
    };
    return { unit, articles, links, offprints, from, keys };
  };
  type Order = ReturnType<typeof orderFor>;
  const orders = new WeakMap<PrintedUnit, Order>();
  /** The order for a unit, which each edition asks for. */
  const orderOf = (unit: PrintedUnit): Order => {
    const order = orders.get(unit) ?? orderFor(unit);
    orders.set(unit, order);
    return order;
  };

  const find = async <One extends Kind>({ keys }: Order, kind: One) =>
    keys[kind] === undefined ? undefined : working.find<NonNullable<FinishedUnit[One]>>(keptAs(kind), keys[kind]);

  /** Makes the missing ones of the kinds of results, and keeps them. */
  const make = async (order: Order, missing: readonly Kind[]): Promise<FinishedUnit> => {
    const { unit, articles, links, offprints, from, keys } = order;
    // The words of both are compared.
    const besidePress = missing.includes('press') && !missing.includes('screen') && keys.screen !== undefined;
    const screen = besidePress ? await find(order, 'screen') : undefined;
    const making = besidePress && !screen ? [...missing, 'screen' as const] : missing;
    const isMissing = (kind: Kind) => making.includes(kind);
    const own = unit.tags.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const names = { ...links.names, ...Object.fromEntries(own.map((id) => [id, nameOf({ id })])) };
    const made = await threads.run({
      unit: await loadUnit(unit),
      articles: articles.map(({ file: _, ...article }) => article),
      links: { ...links, names },
      screen: isMissing('screen'),
      offprints: isMissing('offprints') ? offprints : undefined,
      press: isMissing('press') && wanted.press ? { settings: wanted.press, from, screen: screen?.part } : undefined,
      checks,
    });
    const isForLater = articles.every(({ key }) => key !== undefined);
    for (const kind of making)
      await working[isForLater ? 'keep' : 'keepForNow'](keptAs(kind), keys[kind] as string, made[kind]);
    return made;
  };

  const finishAhead = async (unit: PrintedUnit): Promise<void> => {
    const order = orderOf(unit);
    const isThere = async (kind: Kind) => {
      const key = order.keys[kind];
      return key === undefined || working.has(keptAs(kind), key);
    };
    const areThere = await Promise.all(kinds.map(isThere));
    const missing = kinds.filter((_, i) => !areThere[i]);
    if (missing.length > 0) await inThread(() => make(order, missing));
  };

  return {
    begin: (unit) => {
      // A failure is reported where the result is asked for, and missing.
      const work = begun.get(unit.key) ?? finishAhead(unit).catch(() => {});
      begun.set(unit.key, work);
    },
    finish: async (unit, ...some) => {
      await begun.get(unit.key);
      const order = orderOf(unit);
      const asked = (some.length > 0 ? some : kinds).filter((kind) => order.keys[kind] !== undefined);
      const found: FinishedUnit = {};
      for (const kind of asked) Object.assign(found, { [kind]: await find(order, kind) });
      const missing = asked.filter((kind) => found[kind] === undefined);
      return missing.length > 0 ? { ...found, ...(await inThread(() => make(order, missing))) } : found;
    },
  };
}

/** The kind under which a cache keeps what was made of units. */
function keptAs(kind: Kind): string {
  return `unit-${kind}`;
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
