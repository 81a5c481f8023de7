import type { DeskState, PagePoint } from '../desk-state.ts';
import { address, pageOfAddress } from './address.ts';
import { type App, pageName } from './app.ts';
import { bookPanel } from './book.ts';
import { markChanges } from './changes.ts';
import type { Arrivals } from './connection.ts';
import { contents } from './contents.ts';
import { controls } from './controls.ts';
import { byId } from './dom.ts';
import { findingMarks } from './finding-marks.ts';
import { findingsList } from './findings.ts';
import { frameBoxes } from './frames.ts';
import { drawGrid } from './grid.ts';
import { say } from './live.ts';
import { openFile } from './open-file.ts';
import { pageMap } from './page-map.ts';
import { layText } from './page-text.ts';
import { pagesView } from './pages-view.ts';
import { problems } from './problems.ts';
import { settings } from './settings.ts';
import { followPointer } from './source.ts';
import { status } from './status.ts';
import { toasts } from './toast.ts';
import { unsetState } from './unset-state.ts';
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
export function startDesk(words: Words): RunningPage {
  // What arrived, and what of it is shown: new pages are drawn first.
  let arrived = unsetState;
  let state = unsetState;
  const isNarrow = matchMedia('(max-width: 760px)').matches;
  let view: View = { ...savedView(settings.read('view'), isNarrow), ...readPlace(location.hash).view };
  let isReplacing = false;

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
    pages.goTo(point);
    frameBoxes(pages.slot(point.page), point.boxes);
  };

  const book = bookPanel(app);
  const { bar, search } = controls(app, book);
  const [list, map, marks] = [contents(app), pageMap(app), findingMarks(app)];
  const [findings, errors, busy] = [findingsList(app), problems(app), status(app)];
  followPointer(app);

  /** Lets everything follow the page that is looked at. */
  const follow = (): void => {
    if (isReplacing || state === unsetState) return;
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

  return {
    async take(change) {
      arrived = { ...arrived, ...change };
      if (!change.pages) {
        if (isReplacing) return;
        return update();
      }
      performance.mark('desk-arrived');
      isReplacing = true;
      const first = pageOfAddress(arrived, location.hash);
      const replaced = await pages.replace(arrived.pages, arrived.sheet, first);
      if (!replaced) return;
      isReplacing = false;
      nextFrame(() => {
        performance.measure('desk-followed', 'desk-arrived');
        update();
        follow();
        if (replaced.before.length === 0) return;
        void markChanges(app, replaced).catch(() => {});
        void search.again();
        void book.renew();
      });
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

/** Acts in the next frame; a hidden window has none. */
function nextFrame(act: () => void): void {
  if (document.hidden) act();
  else requestAnimationFrame(act);
}

function whenIdle(act: () => unknown): void {
  if ('requestIdleCallback' in window) requestIdleCallback(() => act(), { timeout: 1000 });
  else setTimeout(act, 100);
}
