import type { App } from '../app.ts';
import { pageName } from '../app.ts';
import { byId, make, refill, writeAttributes } from '../dom.ts';

/** The map of all pages at the side, as small spreads with their folios; pages with findings are marked. */
export interface PageMap {
  update(): void;
  follow(): void;
}

/** Makes the map. */
export function pageMap(app: App): PageMap {
  const panel = byId('page-map');
  let links: HTMLElement[] = [];
  let made = '';

  const linkOf = (index: number, level: string | undefined): HTMLElement => {
    const page = app.state().pages[index - 1];
    const name = pageName(app.words, page);
    const label = level ? `${name}, ${app.words(level)}` : name;
    const link = make('a', { href: `#i${index}`, 'aria-label': label, title: label, class: level }, page?.folio || '·');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      app.go({ page: index, boxes: [] });
    });
    return link;
  };
  const follow = (): void => {
    const current = app.pages.current();
    const before = links.find((link) => link.hasAttribute('aria-current'));
    const now = links[current - 1];
    if (before === now) return;
    if (before) writeAttributes(before, { 'aria-current': false });
    if (now) writeAttributes(now, { 'aria-current': 'page' });
    if (!panel.hidden) now?.scrollIntoView({ block: 'nearest' });
  };

  return {
    follow,
    update() {
      const { pages, findings } = app.state();
      const levels = new Map<number, string>();
      for (const level of ['info', 'warning', 'error'])
        for (const finding of findings) if (finding.level === level && finding.at) levels.set(finding.at.page, level);
      const now = JSON.stringify([pages.map(({ folio }) => folio), [...levels]]);
      if (now !== made) {
        links = pages.map(({ index }) => linkOf(index, levels.get(index)));
        refill(panel, make('div', { class: 'map' }, ...spreadsOf(links)));
      }
      made = now;
      follow();
    },
  };
}

/** Pages as they lie side by side: the first is a right-hand page. */
function spreadsOf(pages: readonly HTMLElement[]): HTMLElement[] {
  const spreads: HTMLElement[] = [];
  for (const [i, page] of pages.entries()) {
    if (i === 0 || i % 2 === 1) spreads.push(make('span', { class: 'pair' }));
    spreads.at(-1)?.append(page);
  }
  return spreads;
}
