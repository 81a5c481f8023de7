import type { App } from '../app.ts';
import { addressOf, ask } from '../ask.ts';
import { byId, make, writeAttributes } from '../dom.ts';
import { settings } from '../settings.ts';

/** The e-book beside the pages. */
export interface BookPanel {
  toggle(): void;
  /** Shows the chapter of the article that is looked at. */
  follow(): void;
  /** Loads the book again, after its text changed. */
  renew(): void;
}

interface Chapter {
  path: string;
  title: string;
  article?: string;
  lang: string;
}

/** The screens on which the book is shown, in CSS pixels. */
const screens = { phone: [390, 844], tablet: [820, 1180] } as const;

/** Prepares the panel of the e-book, which shows and asks for nothing before it is opened. */
export function bookPanel(app: App): BookPanel {
  const panel = byId('book');
  const room = byId('book-room');
  const screen = byId('book-screen');
  const select = byId<HTMLSelectElement>('chapter');
  let chapters: Chapter[] = [];
  let revision = -1;
  let shown = '';
  let frame: HTMLIFrameElement | undefined;
  let screenName: keyof typeof screens = settings.read('book-screen') === 'tablet' ? 'tablet' : 'phone';
  let look = settings.read('book-look') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

  const fit = (): void => {
    panel.classList.toggle('tablet', screenName === 'tablet');
    const [width, height] = screens[screenName];
    const scale = Math.min(1, (screen.clientWidth - 24) / width);
    room.style.width = `${width * scale}px`;
    room.style.height = `${height * scale}px`;
    for (const one of room.querySelectorAll('iframe')) {
      writeAttributes(one, { width, height });
      one.style.transform = `scale(${scale})`;
    }
  };
  const scrolled = (): number => frame?.contentDocument?.documentElement.scrollTop ?? 0;
  /** Loads a chapter behind the one that is shown, and exchanges them when it is ready. */
  const load = (path: string, at = 0): void => {
    if (path === '') return;
    shown = path;
    select.value = path;
    const title = `${app.words('ebook')}: ${chapters.find((one) => one.path === path)?.title ?? ''}`;
    // The book has no script, and runs none; it is of this origin, so that its stylesheets and its place can be read.
    const next = make('iframe', { class: 'loading', sandbox: 'allow-same-origin', title });
    next.src = addressOf(`book/${revision}/${look}/${path}`);
    next.addEventListener('load', () => {
      if (!next.isConnected || !next.classList.contains('loading')) return;
      dress(next, look);
      if (next.contentDocument) next.contentDocument.documentElement.scrollTop = at;
      next.classList.remove('loading');
      room.classList.toggle('dark', look === 'dark');
      for (const one of [...room.children]) if (one !== next) one.remove();
      frame = next;
    });
    for (const one of room.querySelectorAll('.loading')) one.remove();
    room.append(next);
    fit();
  };
  const list = async (): Promise<void> => {
    const { revision: asked } = app.state();
    const remark = byId('no-book');
    remark.hidden = chapters.length > 0;
    remark.textContent = app.words('making-book');
    const found = await ask<Chapter[]>('book').catch(() => undefined);
    remark.hidden = found !== undefined;
    remark.textContent = app.words('no-book');
    if (!found) return;
    revision = asked;
    chapters = found;
    select.replaceChildren(...chapters.map(({ path, title, lang }) => make('option', { value: path, lang }, title)));
  };
  const chapterOfView = (): string => {
    const index = app.pages.current();
    const article = app.state().contents.findLast((one) => one.article && one.page !== undefined && one.page <= index);
    return chapters.find((one) => one.article === article?.article)?.path ?? chapters[0]?.path ?? '';
  };
  const isOpen = () => !panel.hidden;

  select.addEventListener('change', () => load(select.value));
  for (const input of panel.querySelectorAll('input'))
    input.addEventListener('change', () => {
      if (input.name === 'screen') screenName = input.value as keyof typeof screens;
      else look = input.value;
      settings.write(`book-${input.name}`, input.value);
      fit();
      if (input.name === 'look') load(shown, scrolled());
    });
  for (const input of panel.querySelectorAll('input')) input.checked = [screenName, look].includes(input.value);
  new ResizeObserver(fit).observe(screen);

  return {
    async toggle() {
      panel.hidden = !panel.hidden;
      writeAttributes(byId('toggle-book'), { 'aria-pressed': String(isOpen()) });
      if (!isOpen()) return;
      fit();
      await list();
      load(chapterOfView());
    },
    follow() {
      if (!isOpen() || chapters.length === 0) return;
      const path = chapterOfView();
      if (path !== shown) load(path);
    },
    async renew() {
      if (!isOpen()) return;
      const at = scrolled();
      await list();
      load(chapters.some(({ path }) => path === shown) ? shown : chapterOfView(), at);
    },
  };
}

/** Gives a document the margins and the colours that reading systems give it, where it says nothing of them. */
function dress({ contentDocument }: HTMLIFrameElement, look: string): void {
  const style = contentDocument?.documentElement.style;
  if (!style) return;
  style.padding = '24px 20px';
  style.colorScheme = look;
  style.background = look === 'dark' ? '#121212' : '#fff';
  style.color = look === 'dark' ? '#e8e8e8' : '#000';
}
