import type { Chrome, Site } from '../../browser/browser.ts';
import { siteOf } from '../../browser/site-of.ts';
import { kept, keyOf, type PlainData } from '../../cache/cache.ts';
import type { WorkingCache } from '../../cache/working-cache.ts';
import type { Folios, Galley } from '../../galley/galley.ts';
import { hyphenateAhead } from '../../lines/hyphenate-ahead.ts';
import { type NumberedPages, numberPages, type UnitLayout, type UnitNumbers } from '../../pages/number-pages.ts';
import { atMost } from '../../threads/at-most.ts';
import { possibleLines } from '../offprints/copy-rules.ts';
import { call } from '../page-functions.ts';
import type { PrintedUnit } from '../printed-unit.ts';
import { idsElsewhere } from '../screen/ids-elsewhere.ts';
import { printKind, wordsKind } from './kept-kinds.ts';
import { openTabs, type TabPool } from './tab-pool.ts';
import { indexSource, sharedKey, type UnitMeans, type UnitSource, unitSources } from './unit-source.ts';
import {
  fillUnit,
  type OpenPrint,
  type OpenUnit,
  printUnit,
  type UnitPrint,
  unitLayout,
  withUnitLaidOut,
} from './unit-tab.ts';

/** A unit in print, and what was seen when its pages were composed. */
export type ComposedUnit = PrintedUnit & Pick<UnitPrint, 'composed'>;

/** The units of an issue in print, in order. */
export interface UnitsSet {
  /** What was printed; undefined for units that were only laid out. */
  prints: (ComposedUnit | undefined)[];
  numbered: NumberedPages;
  /** True if every folio in the text is that of the page that it refers to. */
  foliosHold: boolean;
}

/** The options for setting units. */
export interface UnitOptions {
  /** The number of tabs of the browser that work at once. */
  tabs: number;
  /** The ids of the articles that are printed; the other units are only laid out. All are printed where it is missing. */
  only?: ReadonlySet<string> | undefined;
  /** Receives each unit as soon as it is printed; one whose pages turn out to be others comes again. */
  onUnit?: ((unit: ComposedUnit) => void) | undefined;
  /** Called each time that the browser begins to print a unit. */
  onPrinting?: (() => void) | undefined;
  /** Receives each unit that was laid out and printed, and not kept. */
  onPrinted?: ((unit: OpenUnit) => void) | undefined;
  /** The tabs for a site; new ones, which end with the work, where it is missing. */
  tabsFor?: ((site: Site) => TabPool) | undefined;
  /** True once there is no need any more to look at pages that are kept for where their words stand. */
  isStopped?: (() => boolean) | undefined;
}

/** The number of times that pages are numbered. A folio may change a line, and so a page, and so a folio. */
const maxPasses = 4;

/**
 * Sets and prints the units of a galley, in up to `tabs` tabs at once. What is printed depends on the units and the
 * numbers of their pages alone, never on the order in which they are ready.
 */
export async function setUnits(
  chrome: Chrome,
  galley: Galley,
  means: UnitMeans,
  options: UnitOptions,
): Promise<UnitsSet> {
  const site = siteOf(galley.frame, means.style.css, means.style, means.issue);
  if (options.tabsFor) return setInTabs(options.tabsFor(site), galley, means, options);
  const pool = openTabs(chrome, site, options.tabs);
  try {
    return await setInTabs(pool, galley, means, options);
  } finally {
    await pool.close();
  }
}

async function setInTabs(
  pool: TabPool,
  galley: Galley,
  means: UnitMeans,
  { only, onUnit, onPrinted, onPrinting, isStopped }: UnitOptions,
): Promise<UnitsSet> {
  const { cache, working, issue } = means;
  const shells = galley.parts.map(({ shell }) => shell);
  const begins = await kept(cache, 'begins', { shells, shared: sharedKey(galley, means) }, () =>
    pool.run('the beginnings of articles', ({ page, shell }) => call(page, 'beginsOf', shell, shells)),
  );
  const sources = unitSources(galley, begins, means);
  const firstPage = issue.facts['first-page'];
  const prints: UnitsSet['prints'] = sources.map(() => undefined);
  // What stands in an index depends on the pages of all else: it is laid out when they are numbered.
  const indexAt = sources.findIndex(({ isIndex }) => isIndex);
  const found = sources.map(({ layoutKey }, i) =>
    i === indexAt ? undefined : cache.find<UnitLayout>('layout', layoutKey),
  );
  const layouts = await Promise.all(found);
  const missing = new Set(sources.flatMap(({ articles }, i) => (layouts[i] ? [] : articles)));
  const ahead = hyphenateAhead(
    issue.articles.filter(({ id }) => missing.has(id)),
    means.theme.terms.languages,
  );
  const laid = sources.map((_, i) => deferred(layouts[i] !== undefined || i === indexAt));

  const take = (i: number, key: string, print: UnitPrint, numbered: NumberedPages, folios: Folios) => {
    const pages = printedPages(sources[i] as UnitSource, print, numbered.list, numbered.units[i] as UnitNumbers);
    const pdf = working ? rereader(working, key) : holder(print.pdf);
    const unit = { ...pages, key, references: folios, pdf };
    prints[i] = unit;
    onUnit?.(unit);
  };
  const takeNew = async (
    i: number,
    key: string,
    { print, findWords }: OpenPrint,
    numbered: NumberedPages,
    folios: Folios,
  ) => {
    await (working ?? cache).keep(printKind, key, print);
    take(i, key, print, numbered, folios);
    if (findWords) await cache.keep(wordsKind, key, await findWords());
  };

  /** Lays out a unit and, if its numbers can be known before all others are laid out, prints it in the same tab. */
  const lay = (source: UnitSource, i: number) =>
    pool.run(source.name, (tab) =>
      withUnitLaidOut(tab, source, async (open) => {
        const layout = unitLayout(open);
        layouts[i] = layout;
        laid[i]?.resolve();
        await cache.keep('layout', source.layoutKey, layout);
        if (!isWanted(i)) return;
        const before = Promise.all(laid.slice(0, i).map(({ promise }) => promise));
        await Promise.race([before, pool.trouble]);
        if (layouts.slice(0, i).includes(undefined)) return;
        const numbered = numberPages(layouts.slice(0, i + 1) as UnitLayout[], firstPage, new Set(layout.wanted));
        const folios = foliosOf(layout, numbered);
        if (layout.wanted.some((id) => !numbered.folios.has(id)) || (await fillUnit(tab, open, folios))) return;
        const printed = await printUnit(tab, open, numbered, i, means, onPrinting);
        onPrinted?.(open);
        const key = await printKey(source, layout, numbered, i, folios, means);
        await takeNew(i, key, printed, numbered, folios);
      }),
    );
  const isWanted = (i: number) => !only || (sources[i]?.articles.some((id) => only.has(id)) ?? false);
  await settleAll(
    sources.map((source, i) => (layouts[i] || i === indexAt ? undefined : lay(source, i).finally(laid[i]?.resolve))),
  );
  await ahead;

  // What is kept of many units would be in memory at once.
  const reading = atMost(4);

  /** Lays out the indexes with the folios of the places that they name. Returns false if they are so already. */
  const layIndexes = async ({ folios }: NumberedPages): Promise<boolean> => {
    const open = sources[indexAt];
    if (!open) return false;
    const source = await indexSource(galley, open, Object.fromEntries(folios), means);
    if (layouts[indexAt] && source.layoutKey === open.layoutKey) return false;
    sources[indexAt] = source;
    const { layoutKey } = source;
    const kept = await cache.find<UnitLayout>('layout', layoutKey);
    const layout =
      kept ?? (await pool.run(source.name, (tab) => withUnitLaidOut(tab, source, async (open) => unitLayout(open))));
    if (!kept) await cache.keep('layout', layoutKey, layout);
    layouts[indexAt] = layout;
    return true;
  };

  /** The folios with which each unit was last laid out. */
  const filledIn: Folios[] = [];

  /**
   * Prints a unit with its numbers, unless it is printed so already. Returns true if its layout changed instead. In the
   * last pass it stays as it was laid out, whatever the folios are.
   */
  const printWith = async (numbered: NumberedPages, i: number, isLast: boolean): Promise<boolean> => {
    const source = sources[i] as UnitSource;
    const layout = layouts[i] as UnitLayout;
    const folios = (isLast && filledIn[i]) || foliosOf(layout, numbered);
    filledIn[i] = folios;
    const key = await printKey(source, layout, numbered, i, folios, means);
    if (prints[i]?.key === key) return false;
    const found = await reading(() => cache.find<UnitPrint>(printKind, key));
    const isMissingWords = means.words === 'all' && !(await cache.find(wordsKind, key));
    if (found && (!isMissingWords || isStopped?.())) {
      take(i, key, found, numbered, folios);
      return false;
    }
    const filledKey = keyOf({ layout: source.layoutKey, folios });
    const isOther = (one: UnitLayout) => keyOf(plain(one)) !== keyOf(plain(layout));
    const filled = await cache.find<UnitLayout>('filled', filledKey);
    if (filled && isOther(filled)) {
      layouts[i] = filled;
      return true;
    }
    return pool.run(source.name, async (tab) => {
      if (found && isStopped?.()) {
        take(i, key, found, numbered, folios);
        return false;
      }
      return withUnitLaidOut(tab, source, async (open) => {
        const now = (await fillUnit(tab, open, folios)) ?? unitLayout(open);
        await cache.keep('filled', filledKey, now);
        if (isOther(now)) {
          layouts[i] = now;
          return true;
        }
        const printed = await printUnit(tab, open, numbered, i, means, onPrinting);
        onPrinted?.(open);
        await takeNew(i, key, printed, numbered, folios);
        return false;
      });
    });
  };

  for (let pass = 1; ; pass++) {
    const isLast = pass > maxPasses;
    let numbered = numberPages(
      layouts.map((layout) => layout ?? noPages),
      firstPage,
    );
    if (!isLast && (await layIndexes(numbered))) {
      numbered = numberPages(layouts as UnitLayout[], firstPage);
      // Where a journal’s template has indexes before the articles, they move what they name.
      if (await layIndexes(numbered)) continue;
    }
    const changed = await settleAll(sources.map((_, i) => (isWanted(i) ? printWith(numbered, i, isLast) : undefined)));
    if (changed.includes(true)) continue;
    const foliosHold = !isLast;
    return { prints, numbered, foliosHold };
  }
}

/** The layout of a unit that is not laid out yet. */
const noPages: UnitLayout = { parts: [], flows: [], plans: [], targets: [], wanted: [] };

/** The pages of a unit in print. */
function printedPages(
  { name, articles, look }: UnitSource,
  { pdf, tags, copies, composed }: UnitPrint,
  list: NumberedPages['list'],
  { before, count }: UnitNumbers,
): Omit<ComposedUnit, 'key' | 'references' | 'pdf'> {
  const folios = list.slice(before, before + count).map(({ folio }) => folio);
  const { survey, trimming } = composed;
  const hashes = composed.hashes.map((hash) => keyOf({ hash, look }).slice(0, 24));
  const seen = { ...composed, hashes };
  const linksOut = idsElsewhere(pdf);
  return { name, articles, count, tags, copies, folios, linksOut, survey, trimming, composed: seen };
}

/** The folios that are printed in a unit, by the ids of what they refer to. */
function foliosOf({ wanted }: UnitLayout, { folios }: NumberedPages): Folios {
  return Object.fromEntries(wanted.flatMap((id) => (folios.has(id) ? [[id, folios.get(id) as string]] : [])));
}

/** A hash of everything that the printed pages of the `i`th unit depend on. Throws TemplateError. */
async function printKey(
  { layoutKey, articles }: UnitSource,
  layout: UnitLayout,
  { units, list }: NumberedPages,
  i: number,
  folios: Folios,
  { issue, theme, offprints }: UnitMeans,
): Promise<string> {
  const { before = 0, count = 0, preceding = 0, orders = [] } = units[i] ?? {};
  const pages = list.slice(before, before + count).map(({ folio }) => folio);
  return keyOf({
    layoutKey,
    // With other folios in it, an id may be on another page although the pages are the same.
    layout: keyOf(plain(layout)),
    made: issue.made.toISOString(),
    left: before % 2 === 1,
    preceding,
    pages,
    folios,
    orders: plain(orders),
    offprints,
    lines: offprints ? await possibleLines(issue, articles, pages, theme) : [],
  });
}

/** Reads the PDF of a printed unit where it is kept. Functions that one call makes keep what any of them needs. */
function rereader(working: WorkingCache, key: string): PrintedUnit['pdf'] {
  return async () => (await working.read<UnitPrint>(printKind, key)).pdf;
}

function holder(pdf: Uint8Array): PrintedUnit['pdf'] {
  return async () => pdf;
}

/** Data as a cache knows it. */
function plain(data: unknown): PlainData {
  return data as PlainData;
}

/** A promise to be resolved from outside. */
function deferred(isDone: boolean): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  if (isDone) resolve();
  return { promise, resolve };
}

/** Waits until all work is done, even if some fails, and then throws the first error. */
async function settleAll<T>(work: readonly (Promise<T> | undefined)[]): Promise<(T | undefined)[]> {
  const results = await Promise.allSettled(work);
  return results.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
