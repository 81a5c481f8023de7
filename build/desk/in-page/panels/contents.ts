import type { DeskContentsEntry } from '../../desk-state.ts';
import type { App } from '../app.ts';
import { button, byId, make, refill, textIn, writeAttributes } from '../dom.ts';

/** The contents at the side. */
export interface Contents {
  update(): void;
  /** Marks the entry that the page looked at belongs to. */
  follow(): void;
}

/** A line of the list, with what is folded under it. */
interface Line {
  entry: DeskContentsEntry;
  link: HTMLElement;
  fold?: { button: HTMLButtonElement; list: HTMLElement };
}

/** Shows the contents: headings are folded under their article, that of the page looked at unfolded. */
export function contents(app: App): Contents {
  const { words } = app;
  const panel = byId('contents');
  const byHand = new Map<string, boolean>();
  let lines: Line[] = [];
  let made = '';

  const lineOf = (entry: DeskContentsEntry): { item: HTMLElement; line: Line } => {
    const { text, part, page, authors, lang } = entry;
    const name = part ? make('span', {}, words(part)) : textIn(lang, text);
    const folio = page === undefined ? '' : (app.state().pages[page - 1]?.folio ?? '');
    const inside = [
      make('span', { class: 'entry' }, name, ...(authors ? [make('small', { lang }, authors)] : [])),
      make('span', { class: 'folio' }, folio),
    ];
    const link =
      page === undefined ? make('p', { class: 'section' }, ...inside) : make('a', { href: `#i${page}` }, ...inside);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      if (page !== undefined) app.go({ page, boxes: [] });
    });
    return { item: make('li', { class: `level-${Math.min(entry.level, 5)}` }, link), line: { entry, link } };
  };

  const unfold = ({ entry, fold }: Line, isOpen: boolean): void => {
    if (!fold) return;
    writeAttributes(fold.button, { 'aria-expanded': String(isOpen) });
    fold.list.hidden = !isOpen;
    fold.button.title = words(isOpen ? 'fold' : 'unfold');
    fold.button.setAttribute('aria-label', `${fold.button.title}: ${entry.text}`);
  };

  const makeList = (entries: readonly DeskContentsEntry[]): HTMLElement => {
    const list = make('ul');
    lines = [];
    let article: { item: HTMLElement; line: Line } | undefined;
    for (const entry of entries) {
      const one = lineOf(entry);
      lines.push(one.line);
      if (entry.level < 3 || !article) {
        list.append(one.item);
        article = entry.level === 2 ? one : undefined;
        continue;
      }
      const { line, item } = article;
      line.fold ??= foldOf(line, item);
      line.fold.list.append(one.item);
    }
    return list;
  };
  const foldOf = (line: Line, item: HTMLElement): NonNullable<Line['fold']> => {
    const inner = make('ul', { hidden: true });
    const toggle = button('', () => {
      const isOpen = inner.hidden === true;
      byHand.set(line.entry.article ?? '', isOpen);
      unfold(line, isOpen);
    });
    toggle.className = 'fold';
    item.prepend(toggle);
    item.append(inner);
    return { button: toggle, list: inner };
  };

  const follow = (): void => {
    const current = app.pages.current();
    const before = (one: Line) => one.entry.page !== undefined && one.entry.page <= current;
    const here = lines.findLast(before);
    const article = lines.findLast((one) => one.entry.level <= 2 && before(one));
    for (const line of lines) {
      writeAttributes(line.link, { 'aria-current': line === here && 'true' });
      line.link.classList.toggle('within', line === article);
      unfold(line, byHand.get(line.entry.article ?? '') ?? line === article);
    }
  };

  return {
    follow,
    update() {
      const { contents: entries, pages } = app.state();
      const now = JSON.stringify([entries, entries.map(({ page }) => pages[(page ?? 0) - 1]?.folio)]);
      if (now !== made) refill(panel, makeList(entries));
      made = now;
      follow();
    },
  };
}
