import type { App } from './app.ts';
import { addressOf, ask } from './ask.ts';
import { byId, make, setAttributes } from './dom.ts';
import { settings } from './settings.ts';

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
  const frame = byId<HTMLIFrameElement>('book-frame');
  const screen = byId('book-screen');
  const select = byId<HTMLSelectElement>('chapter');
  let chapters: Chapter[] = [];
  let revision = -1;
  let shown = '';
  let scroll = 0;
  let screenName: keyof typeof screens = settings.read('book-screen') === 'tablet' ? 'tablet' : 'phone';
  let look = settings.read('book-look') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

  const fit = (): void => {
    const [width, height] = screens[screenName];
    const scale = Math.min(1, (screen.clientWidth - 2) / width);
    setAttributes(frame, { width, height });
    frame.style.transform = `scale(${scale})`;
    const room = byId('book-room');
    room.style.width = `${width * scale}px`;
    room.style.height = `${height * scale}px`;
  };
  const load = (path: string, at = 0): void => {
    if (path === '') return;
    shown = path;
    scroll = at;
    select.value = path;
    const index = chapters.findIndex((one) => one.path === path);
    frame.title = `${app.words('ebook')}: ${chapters[index]?.title ?? ''}`;
    // A new document in the frame would be a step in the history of the page.
    frame.contentWindow?.location.replace(addressOf(`book/${revision}/${look}/${path}`));
  };
  const list = async (): Promise<void> => {
    const { revision: asked } = app.state();
    const found = await ask<Chapter[]>('book').catch(() => undefined);
    byId('no-book').hidden = found !== undefined;
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

  frame.addEventListener('load', () => {
    const document = frame.contentDocument;
    if (document?.documentElement) document.documentElement.scrollTop = scroll;
  });
  select.addEventListener('change', () => load(select.value));
  for (const input of panel.querySelectorAll('input'))
    input.addEventListener('change', () => {
      if (input.name === 'screen') screenName = input.value as keyof typeof screens;
      else look = input.value;
      settings.write(`book-${input.name}`, input.value);
      fit();
      if (input.name === 'look') load(shown, frame.contentDocument?.documentElement.scrollTop);
    });
  for (const input of panel.querySelectorAll('input')) input.checked = [screenName, look].includes(input.value);
  new ResizeObserver(fit).observe(screen);

  return {
    async toggle() {
      panel.hidden = !panel.hidden;
      setAttributes(byId('toggle-book'), { 'aria-pressed': String(isOpen()) });
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
      const at = frame.contentDocument?.documentElement.scrollTop;
      await list();
      load(chapters.some(({ path }) => path === shown) ? shown : chapterOfView(), at);
    },
  };
}
