import type { SearchHit } from '../../desk-state.ts';
import { type App, pageName } from '../app.ts';
import { ask } from '../ask.ts';
import { button, byId, make, writeAttributes } from '../dom.ts';
import { overlay } from '../pages/slots.ts';

/** The search in all pages. */
export interface Search {
  /** Puts the cursor into the field. */
  begin(): void;
  /** Goes to the next hit, or to the one before. */
  step(by: 1 | -1): void;
  /** Searches once more, in pages that changed. */
  again(): Promise<void>;
}

/** How long the user has to pause in typing, in ms. */
const pauseOfTyping = 150;

/** Opens the search at the side. */
export function search(app: App, showPanel: () => void): Search {
  const { words } = app;
  const field = byId<HTMLInputElement>('search-field');
  const list = byId('hits');
  let hits: SearchHit[] = [];
  let at = -1;
  let asked = 0;
  let timer = 0;

  const frames = (): void => {
    for (const slot of app.pages.slots()) for (const old of slot.marks.querySelectorAll('.hit')) old.remove();
    for (const [i, { page, boxes }] of hits.entries()) {
      const slot = app.pages.slot(page);
      const kind = i === at ? 'hit here' : 'hit';
      slot?.marks.append(...boxes.map((box) => overlay(make('div', { class: kind }), box, slot)));
    }
  };
  const choose = (index: number): void => {
    at = index;
    const hit = hits[at];
    for (const [i, item] of [...list.querySelectorAll('button')].entries()) {
      writeAttributes(item, { 'aria-current': i === at && 'true' });
      if (i === at) item.scrollIntoView({ block: 'nearest' });
    }
    frames();
    if (!hit) return;
    app.go(hit);
    app.say(
      words('hit', { number: at + 1, count: hits.length, page: pageName(words, app.state().pages[hit.page - 1]) }),
    );
  };
  const find = async (): Promise<void> => {
    const mine = ++asked;
    const wanted = field.value.trim();
    const found = wanted === '' ? [] : ((await ask<SearchHit[]>('search', { q: wanted })) ?? []);
    if (mine !== asked) return;
    hits = found;
    at = -1;
    list.replaceChildren(
      ...hits.map((hit, i) =>
        make(
          'li',
          {},
          hitButton(hit, () => choose(i)),
        ),
      ),
    );
    byId('hit-count').textContent = wanted === '' ? '' : words('hits', { count: hits.length });
    frames();
  };
  const hitButton = ({ folio, page, around: [before, found, after] }: SearchHit, act: () => void): HTMLElement => {
    const made = button('', act);
    const where = make('span', { class: 'folio' }, folio || pageName(words, app.state().pages[page - 1]));
    made.append(make('span', { dir: 'auto' }, `${before} `, make('mark', {}, found), ` ${after}`), where);
    return made;
  };
  const step = (by: 1 | -1): void => {
    if (hits.length > 0) choose(at < 0 && by < 0 ? hits.length - 1 : (at + by + hits.length) % hits.length);
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(find, pauseOfTyping);
  });
  byId('search-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    if (hits.length === 0) await find();
    step(1);
  });

  return {
    begin() {
      showPanel();
      field.focus();
      field.select();
    },
    step,
    async again() {
      const chosen = at;
      if (field.value.trim() === '') return;
      await find();
      at = Math.min(chosen, hits.length - 1);
      frames();
    },
  };
}
