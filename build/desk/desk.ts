import { setTimeout as wait } from 'node:timers/promises';
import type { MemoryCache } from '../cache/memory-cache.ts';
import { messageOf } from '../diagnostics/message-of.ts';
import type { PagesMeans, SetPages } from '../editions/set-pages.ts';
import type { PlacedWords } from '../pages/in-page/word-places.ts';
import type { PrintedUnit } from '../pdf/printed-unit.ts';
import { wordsKind } from '../pdf/units/kept-kinds.ts';
import type { ComposedUnit } from '../pdf/units/set-units.ts';
import type { DeskPlaces, KnownPoints } from './desk-places.ts';
import type { DeskState } from './desk-state.ts';
import { lastShown } from './last-shown.ts';
import { unsetState } from './unset-state.ts';
import type { WarmTabs } from './warm-tabs.ts';

/** An issue on the desk: its pages as they are now, set again whenever its files change. */
export interface Desk {
  state(): DeskState;
  /** Sets the issue, unless nothing of it changed; again once more if it is called meanwhile. */
  set(): Promise<void>;
  /** The PDF of a unit that is shown, or was before. */
  unit(key: string): Promise<Uint8Array | undefined>;
  /** The pages that are shown, and their places; undefined before there are any. */
  shown(): { pages: SetPages; places: DeskPlaces } | undefined;
  /** Ends the work, and the tabs of the browser. */
  close(): Promise<void>;
}

/** The means of a desk, whose results stay in memory from one setting to the next. */
export interface DeskMeans extends PagesMeans {
  cache: MemoryCache;
}

/** The longest that tabs stay open, in ms: they grow with every unit. The browser ends tabs after half an hour. */
const tabsLast = 10 * 60_000;

/** The code that sets an issue. It is loaded while the pages of the last desk are shown. */
async function loadWork() {
  const [setting, state, places, tabs] = await Promise.all([
    import('../editions/set-pages.ts'),
    import('./state-of.ts'),
    import('./desk-places.ts'),
    import('./warm-tabs.ts'),
  ]);
  return { ...setting, ...state, ...places, ...tabs };
}

/**
 * Opens the desk for an issue. Nothing is set yet; until it is, the pages of the last desk are shown. `onChange`
 * receives what changes of the state.
 */
export function openDesk(means: DeskMeans, onChange: (change: Partial<DeskState>) => void): Desk {
  let state: DeskState = { ...unsetState, folder: means.folder };
  let shown: { pages: SetPages; places: DeskPlaces } | undefined;
  let units = new Map<string, PrintedUnit['pdf']>();
  let before = new Map<string, PrintedUnit['pdf']>();
  /** Those that are shown before all others are known. */
  const early = new Map<string, PrintedUnit['pdf']>();
  const known: KnownPoints = new Map();
  const last = lastShown(means.repository, means.folder, means.cache);
  const recalled = new Set<string>();
  /** Units whose words were looked for once more: what is kept of them may be damaged. */
  const lookedAgain = new Set<string>();
  let tabs: WarmTabs | undefined;
  let setting: Promise<void> | undefined;
  let looking: Promise<void> = Promise.resolve();
  let placing = looking;
  let isChanged = false;
  let isClosed = false;

  const change = (what: Partial<DeskState>): void => {
    const all = { ...what, revision: state.revision + 1 };
    state = { ...state, ...all };
    onChange(all);
  };
  const tabsFor: WarmTabs['tabsFor'] = (site) => {
    if (!tabs) throw new Error('There is no browser yet');
    return tabs.tabsFor(site);
  };
  const chrome = async () => {
    const browser = await means.chrome();
    const { warmTabs } = await loadWork();
    tabs ??= warmTabs(browser, means.jobs);
    return browser;
  };
  const renewal = setInterval(() => {
    if (!setting) tabs?.renew().catch(() => {});
  }, tabsLast).unref();

  /** True if pages are not shown any more, or will soon be others. */
  const isOld = (pages: SetPages): boolean => isChanged || isClosed || shown?.pages !== pages;

  /** Shows the pages of the last desk, as long as there are no others. */
  const recall = async (): Promise<void> => {
    const pages = await last.read();
    if (!pages) return;
    for (const { unit } of pages.pages) recalled.add(unit);
    change({ ...pages, isBusy: true });
  };

  /** The words of a unit’s pages. Those of pages that were kept are being looked for, one unit after another. */
  const wordsOf = async (unit: string): Promise<readonly PlacedWords[]> => {
    const find = () => means.cache.find<PlacedWords[]>(wordsKind, unit);
    for (;;) {
      const found = await find();
      if (found) return found;
      const isOver = await Promise.race([looking.then(() => true), wait(50, false)]);
      if (isOver && shown && !lookedAgain.has(unit)) {
        lookedAgain.add(unit);
        looking = lookAtWords(shown.pages).catch(() => {});
      } else if (isOver) return (await find()) ?? [];
    }
  };

  const setOnce = async (): Promise<void> => {
    change({ isBusy: true, printed: 0 });
    const { setPages, withUnit, findingsOf, pagesShown, deskPlaces } = await loadWork();
    const onPrinted = () => change({ printed: state.printed + 1 });
    /** Shows a unit as soon as it is printed: the words of its pages, and the proof, come later. */
    const onUnit = (unit: ComposedUnit): void => {
      const was = shown?.pages.printed.units.find(({ name }) => name === unit.name);
      const pages = was && withUnit(state.pages, was, unit);
      if (!pages) return;
      early.set(unit.key, unit.pdf);
      change({ pages });
    };
    const set = await setPages({ ...means, chrome }, { tabsFor, onPrinted, onUnit, words: 'new' });
    const { pages, ended } = set;
    const findings = findingsOf(set, means.repository.root);
    const now = pages && pagesShown(pages);
    if (pages) {
      before = units;
      units = new Map(pages.printed.units.map(({ key, pdf }) => [key, pdf]));
      early.clear();
      shown = { pages, places: deskPlaces(pages, wordsOf) };
    }
    change({
      // Pages that are shown already would be drawn again.
      ...(now ? differing(now, state) : {}),
      findings,
      isCurrent: pages !== undefined,
      isBusy: false,
      trouble: ended === undefined ? '' : messageOf(ended),
    });
    if (!pages || !now) return;
    await last.write(now);
    looking = lookAtWords(pages).catch(() => {});
    placing = looking.then(() => placeFindings(pages)).catch(() => {});
    if (tabs?.areWorn()) placing = placing.then(() => tabs?.renew());
  };

  /** Looks where the words of pages stand that were kept without. */
  const lookAtWords = async (pages: SetPages): Promise<void> => {
    const areKept = await Promise.all(pages.printed.units.map(({ key }) => means.cache.has(wordsKind, key)));
    const isStopped = () => isOld(pages);
    if (areKept.includes(false))
      await (await loadWork()).setPages({ ...means, chrome }, { tabsFor, words: 'all', isStopped });
  };

  const placeFindings = async (pages: SetPages): Promise<void> => {
    if (isOld(pages) || !shown) return;
    const findings = await shown.places.placed(state.findings, known);
    if (!isOld(pages) && findings.some(({ at }) => at)) change({ findings });
  };

  const run = async (): Promise<void> => {
    if (state.pages.length === 0) await recall();
    while (isChanged && !isClosed) {
      await looking;
      isChanged = false;
      means.cache.next();
      await setOnce();
    }
  };

  return {
    state: () => state,
    set() {
      isChanged = true;
      setting ??= run().finally(() => {
        setting = undefined;
      });
      return setting;
    },
    async unit(key) {
      const known = units.get(key) ?? early.get(key) ?? before.get(key);
      if (known) return known();
      return recalled.has(key) ? last.unit(key) : undefined;
    },
    shown: () => shown,
    async close() {
      isClosed = true;
      clearInterval(renewal);
      await setting?.catch(() => {});
      await placing;
      await tabs?.close();
    },
  };
}

/** The parts of a state that differ from those of another. */
function differing<T extends Partial<DeskState>>(now: T, before: DeskState): Partial<T> {
  const isOther = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before[name as keyof DeskState]);
  return Object.fromEntries(Object.entries(now).filter(isOther)) as Partial<T>;
}
