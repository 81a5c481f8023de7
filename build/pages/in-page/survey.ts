import { articleOfId } from '../../issue/ids.ts';
import type { PlaceMark } from '../../issue/places.ts';
import { isBoxed } from './looks.ts';
import { textOfDividedRow } from './tall-rows.ts';

/** The content of the composed pages, for the page record and the proof. */
export interface Survey {
  /** The page of every id, counted from the first sheet. */
  ids: [id: string, page: number][];
  /** For each note the pages of its parts, and for each call its page. */
  notes: { id: string; pages: number[] }[];
  calls: { id: string; note: string; page: number; floats: boolean }[];
  /**
   * The words of each article’s text, each float and each note, as they stand on the pages. The id is that of the note,
   * or else of the article.
   */
  texts: { kind: 'body' | 'float' | 'note'; id: string; text: string }[];
  /** The text in each place for a folio: its page, its target, and its block or article. */
  folios: { page: number; target: string; to?: string; text: string; block: PlaceMark }[];
  /** For each page: its text in reading order, with repeated parts and without drawings. */
  pages: string[];
  /** For each page: the articles on it. */
  articles: string[][];
  /** The pictures of each page, by their names in the issue. */
  pictures: { page: number; name: string }[];
  /** Everything that goes beyond its place, by how many px. */
  over: {
    page: number;
    kind: 'picture' | 'formula' | 'table' | 'code' | 'text';
    what: string;
    by: number;
    block: PlaceMark;
  }[];
}

/** Looks at all composed pages. Reads only. */
export function surveyPages(): Survey {
  const survey: Survey = {
    ids: [],
    notes: [],
    calls: [],
    texts: [],
    folios: [],
    pages: [],
    articles: [],
    pictures: [],
    over: [],
  };
  const notes = new Map<string, number[]>();
  const texts = new Map<string, Survey['texts'][number]>();
  const addText = (kind: 'body' | 'note', id: string, text: string) => {
    const key = `${kind} ${id}`;
    const known = texts.get(key);
    if (known) known.text += text;
    else texts.set(key, { kind, id, text });
  };
  const floats: Survey['texts'] = [];
  let count = 0;
  let note = '';
  for (const page of document.querySelectorAll<HTMLElement>('body > .sheet, body > .page')) {
    count++;
    for (const element of page.querySelectorAll('[id]')) survey.ids.push([element.id, count]);
    const articles = [...page.querySelectorAll<HTMLElement>('[data-article]')].map((one) => one.dataset.article ?? '');
    survey.pages.push(pageText(page));
    for (const image of page.querySelectorAll('img, image')) {
      const address = image.getAttribute('src') ?? image.getAttribute('href') ?? '';
      if (address.startsWith('images/')) survey.pictures.push({ page: count, name: address.slice('images/'.length) });
    }
    if (page.id) survey.ids.push([page.id, count]);
    for (const call of page.querySelectorAll('.call')) {
      if (call.closest('[data-repeated]')) continue;
      survey.calls.push({
        id: call.id,
        note: (call.getAttribute('href') ?? '').slice(1),
        page: count,
        floats: call.closest('.set-float') !== null,
      });
    }
    for (const part of page.querySelectorAll<HTMLElement>('.note')) {
      if (part.id) note = part.id;
      notes.set(note, [...(notes.get(note) ?? []), count]);
      addText('note', note, textIn(part));
      // The rest of a note may be all that a page has of its article.
      articles.push(articleOfId(note));
    }
    survey.articles.push([...new Set(articles)].filter(Boolean));
    for (const body of page.querySelectorAll<HTMLElement>('.body')) {
      const article = body.closest<HTMLElement>('[data-article]')?.dataset.article ?? '';
      // A float stands whole in one place.
      if (body.closest('.set-float')) floats.push({ kind: 'float', id: article, text: textIn(body) });
      else addText('body', article, textIn(body));
    }
    for (const folio of page.querySelectorAll<HTMLElement>('.folio')) {
      const link = folio.closest('a[href^="#"]')?.getAttribute('href')?.slice(1) ?? '';
      const { to } = folio.dataset;
      const block = folio.closest('[data-pos]')?.getAttribute('data-pos');
      const article = folio.closest<HTMLElement>('[data-article]')?.dataset.article;
      survey.folios.push({
        page: count,
        target: folio.dataset.of ?? decodeURIComponent(link),
        ...(to === undefined ? {} : { to }),
        text: folio.textContent ?? '',
        block: (block ?? article ?? '') as PlaceMark,
      });
    }
    if (page.matches('.page')) lookForOverflow(page, count, survey);
  }
  survey.notes = [...notes].map(([id, pages]) => ({ id, pages: [...new Set(pages)] }));
  survey.texts = [...texts.values(), ...floats];
  return survey;
}

/** The text of an element, without folios and repeated parts. */
function textIn(element: Element): string {
  let text = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let divided: Element | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!isOfText(node)) continue;
    const row: HTMLElement | null = node.parentElement?.closest<HTMLElement>('tr[data-row]') ?? null;
    if (!row) text += node.data;
    else if (row !== divided) text += textOfDividedRow(row);
    divided = row;
  }
  return text;
}

/** True if a text is neither a folio nor repeated. */
export function isOfText(node: Text): boolean {
  return !node.parentElement?.closest('[data-repeated], .page-reference .folio');
}

/** All text of a page except that of drawings, with white where a block or a line ends without dividing a word. */
function pageText(page: Element): string {
  let text = '';
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentElement;
      // Text that may break anywhere has no words that could be recognised from their pieces.
      const whole = !parent?.closest('.set-anywhere, pre, code');
      if (!parent?.closest('svg'))
        text += whole ? (node as Text).data : (node as Text).data.replace(/(?<=\S)(?=\S)/g, '\u00ad');
    } else if (/^(P|LI|TD|TH|H[1-6]|DIV|SECTION|FIGCAPTION|PRE|DT|DD|BLOCKQUOTE)$/.test((node as Element).tagName))
      text += '\n';
    // The rest of a divided word is in the next line, or the next column.
    else if ((node as Element).classList.contains('set-hyphen')) text += '\u00ad';
    else if ((node as Element).tagName === 'BR' && !text.endsWith('\u00ad')) text += '\n';
  }
  return text;
}

/** Finds what goes beyond its place by more than rounding, which is half a pixel. */
function lookForOverflow(page: HTMLElement, count: number, survey: Survey): void {
  const outer = page.getBoundingClientRect();
  const add = (what: string, by: number, element: Element) => {
    if (by <= 0.6) return;
    const [kind, name] = describe(element);
    const block = element.closest('[data-pos]') ?? element.querySelector('[data-pos]');
    // An article’s opening comes from its front matter, and has no place of its own.
    const article = element.closest('[data-article]')?.getAttribute('data-article');
    survey.over.push({
      page: count,
      kind,
      what: `${name} ${what}`,
      by,
      block: (block?.getAttribute('data-pos') ?? article ?? '') as PlaceMark,
    });
  };
  for (const part of page.querySelectorAll<HTMLElement>('.part')) {
    const last = lastIn(part);
    if (last)
      add('goes beyond the foot of its column', contentBottom(last) - part.getBoundingClientRect().bottom, last);
  }
  for (const float of page.querySelectorAll<HTMLElement>('.set-float')) {
    const last = lastIn(float) ?? float;
    add('is higher than its place', last.getBoundingClientRect().bottom - float.getBoundingClientRect().bottom, float);
  }
  for (const child of page.children) {
    const rect = child.getBoundingClientRect();
    add('goes beyond the foot of the page', rect.bottom - outer.bottom, lastIn(child) ?? child);
  }
  for (const wide of page.querySelectorAll<HTMLElement>('table, img, svg, pre')) {
    add('goes beyond the edge of the page', wide.getBoundingClientRect().right - outer.right, wide);
  }
  for (const column of page.querySelectorAll<HTMLElement>('.column')) {
    const { right } = column.getBoundingClientRect();
    for (const wide of column.querySelectorAll<HTMLElement>('table, img, svg'))
      add('is wider than its column', wide.getBoundingClientRect().right - right, wide);
  }
}

/** The kind of an element, and a name for it that its author understands. */
function describe(element: Element): [Survey['over'][number]['kind'], string] {
  if (element.closest('.outlines, .formula') || (!element.querySelector('img') && element.querySelector('.outlines')))
    return ['formula', 'a formula'];
  const image = element.matches('img') ? element : element.matches('figure') ? element.querySelector('img') : null;
  if (image) return ['picture', image.getAttribute('alt') ? `the picture “${image.getAttribute('alt')}”` : 'a picture'];
  if (element.closest('table') || element.querySelector('table')) return ['table', 'a table'];
  if (element.closest('pre')) return ['code', 'a block of code'];
  if (element.querySelector('img, svg')) return ['picture', 'a picture'];
  return ['text', element.closest('.note') ? 'a note' : 'the text'];
}

/** The bottom of the visible part of an element: white that ends it may be cut off. */
function contentBottom(element: Element): number {
  const css = getComputedStyle(element);
  const { bottom } = element.getBoundingClientRect();
  return isBoxed(css) || /^(TABLE|IMG|svg)$/.test(element.tagName)
    ? bottom
    : bottom - Number.parseFloat(css.paddingBottom);
}

/** The last element with a height whose padding matters: the deepest last child. */
function lastIn(element: Element): Element | undefined {
  let last: Element | undefined;
  for (let at: Element | null = element.lastElementChild; at; ) {
    if (at.classList.contains('cut-mark') || at.getBoundingClientRect().height === 0) {
      at = at.previousElementSibling;
      continue;
    }
    if (/^inline/.test(getComputedStyle(at).display)) break;
    last = at;
    at = /^(TABLE|TR)$/.test(at.tagName) || at.matches('.pullquote, .box') ? null : at.lastElementChild;
  }
  return last;
}
