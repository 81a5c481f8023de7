import type { Element, ElementContent, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { visit } from '../../text/visit.ts';
import type { Naming } from '../tree.ts';
import type { ReferenceTarget } from './references.ts';

/**
 * A blank in a reference: a question mark by itself, or in quotation marks. One that ends a sentence follows a letter,
 * and does not match.
 */
export const blank = /(?<=^|[\s(.“"‘'«„]|\?[-–—]{1,3})\?(?=$|[\s).,;:–—”"’'»“-])/gu;
/** Words before a blank for a page. */
const beforePage = /(?:^|[\s(])(?:pp?|pages?|сс?|стор|стр|стар|сторін\p{L}+|страниц\p{L}+|S|Seiten?)\.?\s*$/iu;
/** Words before a blank for pages; if the blank is the only one, it gets all pages of its target. */
const beforePages = /(?:^|[\s(])(?:pp|pages|сс|сторінки|страницы|Seiten)\.?\s*$/iu;
/** Words between two blanks for pages, the first of which begins a range. */
const betweenRange = /^\s*(?:-{1,3}|[–—]|to|until|through|bis|à|до|по)\s*$/iu;
/** Words between two blanks of several. */
const betweenSeveral = /^\s*(?:[,;&/]|,?\s*(?:and|or|und|oder|et|ou|і|й|та|або|и|или))\s*$/iu;
/** Words before a blank for a number, in references to sections, which have none. */
const beforeSectionNumber =
  /(?:^|[\s(])(?:§+|sect(?:ion|ions)?|chap(?:ter|ters)?|part|розділ\p{L}*|раздел\p{L}*|глав\p{L}*|Kapitel|Abschnitt|chapitre)\.?\s*$/iu;

/**
 * Fills the blanks, `?`, in a link’s words with the number of its target, or with a placeholder for the page.
 * `markEnds` gives the ids for placeholders at the end of a range.
 */
export function fillReference(link: Element, target: ReferenceTarget, file: VFile, naming?: Naming): void {
  const words = textOf(link).trim();
  const blanks = [...words.matchAll(blank)].length;
  let before = '';
  /** The index in the words after the last blank for a page; -1 if there is none. */
  let afterPage = -1;
  visit(link, 'text', (text: Text, index, parent) => {
    const parts: ElementContent[] = [];
    let from = 0;
    const plain = (value: string): Text => ({ ...text, value });
    const place = (isEnd: boolean): Element => ({
      type: 'element',
      tagName: 'span',
      properties: { className: ['folio'], dataOf: target.id, ...(isEnd ? { dataTo: '' } : {}) },
      children: [plain('?')],
    });
    for (const { index: at } of text.value.matchAll(blank)) {
      const head = text.value.slice(from, at);
      before += head;
      const between = afterPage < 0 ? undefined : before.slice(afterPage);
      const isEnd = between !== undefined && betweenRange.test(between);
      from = at + 1;
      if (isEnd && head === between) parts.push(place(true));
      else {
        parts.push(plain(head.replace(/\s+$/, '\u00a0')));
        if (
          (words === '?' && (!naming || naming === 'page')) ||
          beforePage.test(before) ||
          (between !== undefined && (isEnd || betweenSeveral.test(between)))
        ) {
          parts.push(place(false));
          if (blanks === 1 && beforePages.test(before)) parts.push(place(true));
        } else {
          parts.push(plain(target.name ?? '?'));
          if (target.name === undefined) reportNameless(link, naming ? undefined : words, target, file);
          else if (target.kind === 'heading' && beforeSectionNumber.test(before)) reportNumberless(link, words, file);
        }
      }
      if (parts.at(-1)?.type === 'element') {
        link.properties.className = ['page-reference'];
        afterPage = before.length + 1;
      } else afterPage = -1;
      before += '?';
    }
    before += text.value.slice(from);
    if (parts.length === 0 || !parent || index === undefined) return;
    parts.push(plain(text.value.slice(from)));
    const kept = parts.filter((part) => part.type !== 'text' || part.value !== '');
    (parent as Element).children.splice(index, 1, ...kept);
    return index + kept.length;
  });
}

/**
 * Reports a reference like “Section ?”. Sections have words and no number, and readers do not look for “Section
 * Sources”.
 */
function reportNumberless(link: Element, words: string, file: VFile): void {
  report(file, 'reference-target', {
    at: link.position,
    level: 'warning',
    found: `Sections have no numbers: the words of its heading stand for ? in “${words}”`,
    fix: 'Write [“?”](#…) for the words of a heading, or [p. ?](#…) for its page.',
    alike: 'numberless',
  });
}

function reportNameless(link: Element, words: string | undefined, { kind }: ReferenceTarget, file: VFile): void {
  const isHeading = kind === 'heading';
  report(file, 'reference-target', {
    at: link.position,
    found:
      words === undefined
        ? `Nothing can stand for ${writtenAt(link, file)}: its target has no number`
        : `Nothing can stand for ? in [${words}]: ${isHeading ? 'the heading it names refers to something itself' : 'its target has no number'}`,
    fix: `${isHeading ? 'Ask' : 'Give the figure or table a caption, ask'} for its page with [p. ?], or write the words out.`,
  });
}

/** A reference as its author wrote it, `@fig-one`. */
function writtenAt({ position, properties: { href } }: Element, file: VFile): string {
  const { start, end } = position ?? {};
  const written =
    start?.offset === undefined || end?.offset === undefined ? '' : String(file).slice(start.offset, end.offset);
  return written && !/\s/.test(written) ? written : String(href ?? '');
}
