import type { PagePoint } from '../../on-pages/page-point.ts';
import type { DeskState } from '../desk-state.ts';
import { unsetState } from '../unset-state.ts';
import { address, pageOfAddress } from './address.ts';
import { type App, pageName } from './app.ts';
import type { Arrivals } from './connection.ts';
import { controls } from './controls.ts';
import { byId } from './dom.ts';
import { say } from './live.ts';
import { markChanges } from './pages/changes.ts';
import { frameBoxes } from './pages/frames.ts';
import { drawGrid } from './pages/grid.ts';
import { openFile } from './pages/open-file.ts';
import { layText } from './pages/page-text.ts';
import { pagesView } from './pages/pages-view.ts';
import { followPointer } from './pages/source.ts';
import { bookPanel } from './panels/book.ts';
import { comparisonPanel } from './panels/comparison.ts';
import { contents } from './panels/contents.ts';
import { findingMarks } from './panels/finding-marks.ts';
import { findingsList } from './panels/findings.ts';
import { importPanel } from './panels/import.ts';
import { pageMap } from './panels/page-map.ts';
import { problems } from './panels/problems.ts';
import { status } from './panels/status.ts';
import { settings } from './settings.ts';
import type { Speech } from './speech.ts';
import { toasts } from './toast.ts';
import { readPlace, savedView, type View } from './view.ts';
import type { Words } from './words.ts';

/** The running page, as the connection sees it. */
export interface RunningPage {
  /** Takes a state, or what changed of it. */
  take(change: Partial<DeskState>): Promise<void>;
  show(point: PagePoint): void;
  connection: Arrivals['onConnection'];
}

/** Puts the parts of the page together. */
export function startDesk(words: Words, speech: Speech): RunningPage {
  // What arrived, and what of it is shown: new pages are drawn first.
  let arrived = unsetState;
  let state = unsetState;
  const isNarrow = matchMedia('(max-width: 760px)').matches;
  let view: View = { ...savedView(settings.read('view'), isNarrow), ...readPlace(location.hash).view };
  let isOutdated = false;
  let replacing: Promise<void> | undefined;

  const pages = pagesView(view, {
    onMove: () => follow(),
    onSlot: (slot) =>
      whenIdle(async () => {
        await layText(pages.pdfs, slot).catch(() => {});
        if (view.hasGrid) await drawGrid(slot);
      }),
    label: (page) => pageName(words, page),
  });
  const app: App = {
    words,
    speech,
    pages,
    state: () => state,
    view: () => view,
    setView(change) {
      view = { ...view, ...change };
      settings.write('view', JSON.stringify(view));
      pages.setView(view);
      if (view.hasGrid) for (const slot of pages.slots()) void drawGrid(slot);
    },
    go(point) {
      here.step();
      show(point);
    },
    open: (place, remark) => openFile(app, place, remark),
    say,
    toast: toasts(words),
  };
  const here = address(app, (hash) => {
    app.setView(readPlace(hash).view);
    const page = pageOfAddress(state, hash);
    if (page !== undefined) pages.goTo({ page, boxes: [] });
  });
  const show = (point: PagePoint): void => {
    comparison.close();
    pages.goTo(point);
    frameBoxes(pages.slot(point.page), point.boxes);
  };

  const book = bookPanel(app);
  const comparison = comparisonPanel(app);
  const { bar, search } = controls(app, book, comparison);
  const [list, map, marks] = [contents(app), pageMap(app), findingMarks(app)];
  const [findings, errors, busy] = [findingsList(app), problems(app), status(app)];
  followPointer(app);
  importPanel(app);

  /** Lets everything follow the page that is looked at. */
  const follow = (): void => {
    if (replacing || state === unsetState) return;
    list.follow();
    map.follow();
    bar.update();
    book.follow();
    here.follow();
  };
  const update = (): void => {
    state = arrived;
    for (const part of [errors, list.update, map.update, findings, marks.update, bar.update, busy]) part();
  };

  /** Shows pages that arrived, until no newer ones are there. */
  const replace = async (): Promise<void> => {
    while (isOutdated) {
      isOutdated = false;
      const first = pageOfAddress(arrived, location.hash);
      const replaced = await pages.replace(arrived.pages, arrived.sheet, first);
      await nextFrame();
      performance.measure('desk-followed', 'desk-arrived');
      update();
      if (replaced.before.length > 0) void markChanges(app, replaced).catch(() => {});
    }
  };

  return {
    async take(change) {
      arrived = { ...arrived, ...change };
      if (change.pages) {
        comparison.outdate();
        if (!isOutdated) performance.mark('desk-arrived');
        isOutdated = true;
        replacing ??= replace().finally(() => {
          replacing = undefined;
          follow();
        });
      }
      if (!replacing) update();
      await replacing;
      // Pages arrive as soon as they are printed; what is made of them is ready at the end.
      if (change.isBusy !== false) return;
      performance.mark('desk-settled');
      void search.again();
      void book.renew();
    },
    show(point) {
      show(point);
      say(pageName(words, state.pages[point.page - 1]));
    },
    connection(now) {
      byId('lost').hidden = now === 'back';
      byId('lost').textContent = now === 'back' ? '' : words(now);
      if (now === 'back') app.toast(words('back'));
    },
  };
}

/** Waits for the next frame; a hidden window has none. */
async function nextFrame(): Promise<void> {
  if (!document.hidden) await new Promise(requestAnimationFrame);
}

function whenIdle(act: () => unknown): void {
  if ('requestIdleCallback' in window) requestIdleCallback(() => act(), { timeout: 1000 });
  else setTimeout(act, 100);
}
