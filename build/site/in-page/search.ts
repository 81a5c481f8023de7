import { type Endings, withoutEndings } from './stems.ts';

/** The part of Pagefind's script that is used here. */
interface Pagefind {
  createInstance(options: object): PagefindIndex;
}

interface PagefindIndex {
  init(): Promise<void>;
  search(words: string): Promise<{ results: Result[] } | null>;
}

interface Result {
  score: number;
  data(): Promise<{ raw_url?: string; url: string; excerpt: string; meta: Record<string, string> }>;
}

/** How many results are shown at once. */
const page = 10;

/** Makes a form look for words in all languages of the site, each by its own stems. */
export function searchWith(form: HTMLFormElement): void {
  const { languages = '', endings = '{}', found = '', none = '', failed = '', more = '' } = form.dataset;
  const field = form.querySelector('input') as HTMLInputElement;
  const state = document.querySelector('#state') as HTMLElement;
  const list = document.querySelector('#found') as HTMLElement;
  const cut = JSON.parse(endings) as Endings;
  let indexes: Promise<[lang: string, index: PagefindIndex][]> | undefined;
  let latest = 0;

  const show = async (results: readonly Result[]): Promise<void> => {
    const items = await Promise.all(results.slice(0, page).map(async (one) => itemOf(await one.data())));
    list.append(...items);
    if (results.length <= page) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = more;
    const item = document.createElement('li');
    item.append(button);
    button.addEventListener('click', async () => {
      item.remove();
      await show(results.slice(page));
      (items.at(-1)?.nextElementSibling?.querySelector('a') as HTMLElement | null)?.focus();
    });
    list.append(item);
  };

  const look = async (): Promise<void> => {
    const words = field.value.trim();
    latest += 1;
    const asked = latest;
    if (words === '') {
      list.replaceChildren();
      state.textContent = '';
      return;
    }
    try {
      indexes ??= openIndexes(languages.split(' '));
      const all = await Promise.all(
        (await indexes).map(
          async ([lang, index]) => (await index.search(withoutEndings(words, lang, cut)))?.results ?? [],
        ),
      );
      if (asked !== latest) return;
      const results = all.flat().sort((one, other) => other.score - one.score);
      list.replaceChildren();
      await show(results);
      state.textContent = results.length > 0 ? found.replace('{count}', String(results.length)) : none;
    } catch {
      indexes = undefined;
      state.textContent = failed;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState(null, '', `?q=${encodeURIComponent(field.value)}`);
    look();
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) {
    field.value = asked;
    look();
  }
}

/**
 * Opens the index of each language. Pagefind loads the stems of one language into a script; so each language has the
 * script once more, by an address of its own, and reads its language where Pagefind looks for it: in the document.
 */
async function openIndexes(languages: readonly string[]): Promise<[string, PagefindIndex][]> {
  const root = document.documentElement;
  const opened: [string, PagefindIndex][] = [];
  for (const lang of languages) {
    const address = new URL(`pagefind/pagefind.js?${lang}`, document.baseURI).href;
    const { createInstance } = (await import(address)) as Pagefind;
    const own = root.lang;
    root.lang = lang;
    try {
      const index = createInstance({ excerptLength: 30 });
      await index.init();
      opened.push([lang, index]);
    } finally {
      root.lang = own;
    }
  }
  return opened;
}

function itemOf({ raw_url: raw, url, excerpt, meta }: Awaited<ReturnType<Result['data']>>): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = (raw ?? url).replace(/^\//, '');
  link.textContent = meta.title ?? '';
  const about = document.createElement('span');
  about.className = 'site-authors';
  about.textContent = meta.about ?? '';
  const words = document.createElement('p');
  // The excerpt is markup of Pagefind's; only its words and marks are taken over.
  for (const node of new DOMParser().parseFromString(excerpt, 'text/html').body.childNodes) {
    if (node.nodeName !== 'MARK') words.append(node.textContent ?? '');
    else {
      const mark = document.createElement('mark');
      mark.textContent = node.textContent;
      words.append(mark);
    }
  }
  item.append(link, about, words);
  return item;
}
