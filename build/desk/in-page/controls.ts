import type { App } from './app.ts';
import { byId } from './dom.ts';
import { followKeys } from './keys.ts';
import { lineCursor } from './pages/line-cursor.ts';
import type { BookPanel } from './panels/book.ts';
import type { ComparisonPanel } from './panels/comparison.ts';
import { dialogs } from './panels/dialogs.ts';
import { savePage } from './panels/save-page.ts';
import { type Search, search } from './panels/search.ts';
import { side } from './panels/side.ts';
import { type Toolbar, toolbar } from './panels/toolbar.ts';
import { copy } from './toast.ts';
import { nextZoom } from './view.ts';

/** Prepares what the user works the page with: the bar, the side, the dialogs and the keys. */
export function controls(app: App, book: BookPanel, comparison: ComparisonPanel): { bar: Toolbar; search: Search } {
  const { words, pages } = app;
  const panels = side();
  const ask = dialogs(app);
  const cursor = lineCursor(app);
  const finding = search(app, () => panels.show('search'));

  const step = (by: 1 | -1) => pages.goTo({ page: pages.current() + by, boxes: [] });
  const zoom = (by: 1 | -1) => app.setView({ zoom: nextZoom(pages.percent(), by) });
  const copyPage = async (): Promise<void> => {
    const lines = pages.slot(pages.current())?.lines ?? [];
    await copy(lines.map(({ text }) => text).join('\n'));
    app.toast(words('page-copied', { count: lines.length }));
  };
  const bar = toolbar(app, {
    step,
    zoom,
    askForPage: ask.askForPage,
    help: ask.help,
    book: book.toggle,
    savePage: () => void savePage(app),
    copyPage: () => void copyPage(),
  });
  const onCursor = (act: () => unknown) => () => {
    if (!cursor.isOn()) return false;
    void act();
    return true;
  };

  followKeys({
    j: () => step(1),
    k: () => step(-1),
    g: ask.askForPage,
    '/': finding.begin,
    n: () => finding.step(1),
    N: () => finding.step(-1),
    l: () => {
      byId('pages').focus({ preventScroll: true });
      void cursor.start();
    },
    ArrowDown: onCursor(() => cursor.down(1)),
    ArrowUp: onCursor(() => cursor.down(-1)),
    ArrowRight: onCursor(() => cursor.across(1)),
    ArrowLeft: onCursor(() => cursor.across(-1)),
    Enter: onCursor(() => cursor.open()),
    c: () => panels.turn('contents'),
    m: () => panels.turn('page-map'),
    e: () => panels.turn('findings'),
    b: book.toggle,
    d: comparison.turn,
    '+': () => zoom(1),
    '=': () => zoom(1),
    '-': () => zoom(-1),
    '0': () => app.setView({ zoom: 'page' }),
    w: () => app.setView({ zoom: 'width' }),
    s: () => app.setView({ layout: app.view().layout === 'spread' ? 'single' : 'spread' }),
    '?': ask.help,
    Escape: () => {
      cursor.stop();
      comparison.close();
      panels.escape();
      // The browser closes what is open by it.
      return false;
    },
  });
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault();
    byId('pages').focus();
  });
  return { bar, search: finding };
}
