import { articleOfId } from '../../issue/ids.ts';
import type { PlaceMark } from '../../issue/places.ts';
import { pageSheet } from './page-rules.ts';

/**
 * A word on a composed page, or the part of it that stands on one line, with its place in a manuscript as
 * `SourcePlace` has it. In the units of the page: px from the left and top edge of its sheet.
 */
export interface PlacedWord {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
  /** The beginning of its block; empty where the text comes from no manuscript’s body. */
  block: PlaceMark;
  /** The id of the note that contains it, if any. */
  note: string;
  /** Which word of its block it is, from 0, and how many of its letters stand before this part. */
  word: number;
  letters: number;
  /**
   * Of signs that do not count as words: the id of a call; of the note, for its number; `picture`, also for a
   * displayed formula, whose text is what is read aloud.
   */
  sign?: string;
  /**
   * Where there is no block: the article that it is about, if any, the line of text that it is in, and where in it; and
   * the id of the entry, in a bibliography that the build wrote.
   */
  about?: { article: string; text: string; at: number; entry?: string };
}

/** A composed page and its words, in the order of its document; px from the left and top edge of its sheet. */
export interface PlacedWords {
  width: number;
  height: number;
  /** The lines of the text: where the first begins, how far apart they are, and where the text ends. */
  grid?: { top: number; line: number; bottom: number };
  words: PlacedWord[];
}

/** How far a block was read: its complete words, and the letters of the one that goes on. */
interface Progress {
  words: number;
  partial: number;
}

/**
 * Finds where every word of the composed pages stands: one entry for each page, counted as the survey counts them.
 * `left` is true if the first is a left-hand page. The pages may have been made ready for print: then `empty` others
 * come first, and copies last; `count` is their own number. Reads only.
 */
export function wordPlaces(left: boolean, empty: number, count: number): PlacedWords[] {
  const all = [...document.querySelectorAll<HTMLElement>('body > .sheet, body > .page')];
  const pages = all.slice(empty, empty + count);
  // All sizes of sheets first: looking for them makes the browser lay out again.
  const known = new Map<string, ReturnType<typeof pageSheet>>();
  const sheets = pages.map((page, i) => {
    const side = (i % 2 === 0) === left ? 'left' : 'right';
    const name = getComputedStyle(page)
      .getPropertyValue('page')
      .replace(/^auto$/, '');
    const sheet = known.get(`${name} ${side}`) ?? pageSheet(name, side);
    known.set(`${name} ${side}`, sheet);
    return sheet;
  });
  const reader = placeReader();
  return pages.map((page, i) => {
    const { left: x, top: y, width, height } = sheets[i] as ReturnType<typeof pageSheet>;
    const box = page.getBoundingClientRect();
    const grid = gridOf(page, y - box.top);
    return { width, height, ...(grid ? { grid } : {}), words: reader(page, x - box.left, y - box.top) };
  });
}

/** The grid of a page that has columns of text. */
function gridOf(page: HTMLElement, dy: number): PlacedWords['grid'] {
  const columns = page.querySelector('.columns');
  const text = columns?.querySelector('.body') ?? columns?.querySelector('.column');
  const line = text ? Number.parseFloat(getComputedStyle(text).lineHeight) : 0;
  if (!columns || !(line > 0)) return undefined;
  const { top, bottom } = columns.getBoundingClientRect();
  return { top: top + dy, line, bottom: bottom + dy };
}

/** Reads pages one after another: a block may go on from one to the next. */
function placeReader(): (page: HTMLElement, dx: number, dy: number) => PlacedWord[] {
  /** By the block’s mark and note; the parts of one that was cut go on where the last one ended. */
  const read = new Map<string, Progress>();
  const known = new WeakMap<Element, Progress>();
  const progressOf = (block: Element, key: string): Progress => {
    const before = known.get(block) ?? (block.matches('.cut-above, tr[data-row] *') ? read.get(key) : undefined);
    const progress = before ?? { words: 0, partial: 0 };
    known.set(block, progress);
    read.set(key, progress);
    return progress;
  };
  const range = document.createRange();
  let note = '';
  let entry = '';
  let count = 0;
  return (page, dx, dy) => {
    count++;
    const words: PlacedWord[] = [];
    for (const picture of page.querySelectorAll('img')) words.push(placedPicture(picture, dx, dy));
    for (const display of page.querySelectorAll('.formula')) words.push(placedFormula(display, dx, dy));
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const { parentElement: parent } = node;
      if (!parent || parent.closest('title, desc, style, .set-hyphen')) continue;
      const noteBox = parent.closest('.note');
      if (noteBox?.id) note = noteBox.id;
      const repeated = parent.closest('[data-repeated]');
      const sign = parent.closest('.call, .number');
      const inside = { note: noteBox ? note : '' };
      const blocks: Progress[] = [];
      let block = parent.closest('[data-pos]');
      const mark = (block?.getAttribute('data-pos') ?? '') as PlaceMark;
      const about = mark === '' ? aboutOf(node, parent) : undefined;
      const item = about && parent.closest('.references > ul > li');
      // The part of an entry that goes on in another column has no id.
      if (item && !(item.matches('.cut-above') && !item.id)) entry = item.id;
      for (; block && page.contains(block); block = block.parentElement?.closest('[data-pos]') ?? null) {
        const progress = progressOf(
          block,
          [block.getAttribute('data-pos'), inside.note, repeated ? count : ''].join(' '),
        );
        blocks.push(progress);
      }
      const [own = { words: 0, partial: 0 }] = blocks;
      for (const { 0: run, index } of node.data.matchAll(/\s+|\S+/g)) {
        if (/^\s/.test(run)) {
          if (!sign) for (const one of blocks) endWord(one);
          continue;
        }
        range.setStart(node, index);
        range.setEnd(node, index + run.length);
        for (const rect of range.getClientRects())
          words.push({
            text: run,
            left: rect.left + dx,
            top: rect.top + dy,
            width: rect.width,
            height: rect.height,
            block: mark,
            ...inside,
            word: own.words,
            letters: own.partial,
            ...(sign ? { sign: sign.id || note } : {}),
            ...(about
              ? {
                  about: {
                    article: about.article,
                    text: about.text,
                    at: about.before + index,
                    ...(item && entry ? { entry } : {}),
                  },
                }
              : {}),
          });
        if (!sign) for (const one of blocks) one.partial += run.length;
      }
    }
    return words;
  };
}

/** A picture as a word of its block, or of the caption below it; its text is read aloud. */
function placedPicture(picture: HTMLImageElement, dx: number, dy: number): PlacedWord {
  const { left, top, width, height } = picture.getBoundingClientRect();
  const block = picture.closest('[data-pos]') ?? picture.closest('figure, .float')?.querySelector('[data-pos]');
  const article = picture.closest<HTMLElement>('[data-article]')?.dataset.article ?? '';
  return {
    text: picture.alt,
    left: left + dx,
    top: top + dy,
    width,
    height,
    block: (block?.getAttribute('data-pos') ?? '') as PlaceMark,
    note: '',
    word: 0,
    letters: 0,
    sign: 'picture',
    ...(block ? {} : { about: { article, text: picture.alt, at: 0 } }),
  };
}

/** A displayed formula as a word of its block; its text is read aloud. */
function placedFormula(display: Element, dx: number, dy: number): PlacedWord {
  const { left, top, width, height } = (display.querySelector('.outlines') ?? display).getBoundingClientRect();
  return {
    text: display.querySelector('svg')?.getAttribute('aria-label') ?? '',
    left: left + dx,
    top: top + dy,
    width,
    height,
    block: (display.getAttribute('data-pos') ?? '') as PlaceMark,
    note: display.closest('.note')?.id ?? '',
    word: 0,
    letters: 0,
    sign: 'picture',
  };
}

function endWord(progress: Progress): void {
  if (progress.partial > 0) progress.words++;
  progress.partial = 0;
}

/** What a text without a block is about, and how much of the text that it is in stands before it. */
function aboutOf(node: Text, element: Element): { article: string; text: string; before: number } {
  const link = element.closest('a[href*="#"]') ?? element.closest('li')?.querySelector('a[href*="#"]');
  // A link to another unit has an address before the id.
  const target = link?.getAttribute('href')?.replace(/^.*#/, '');
  const article = target ? decodeURIComponent(target) : element.closest<HTMLElement>('[data-article]')?.dataset.article;
  const around = element.closest('p, li, h1, h2, h3, h4, dt, dd, td, th, address, div, section, text') ?? element;
  let text = '';
  let before = 0;
  const walker = document.createTreeWalker(around, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let one = walker.nextNode(); one; one = walker.nextNode()) {
    if (one === node) before = text.length;
    if (one.nodeType === Node.TEXT_NODE) text += (one as Text).data;
    else if (!/^inline/.test(getComputedStyle(one as Element).display) || (one as Element).tagName === 'BR')
      text += ' ';
  }
  return { article: articleOfId(article ?? ''), text, before };
}
