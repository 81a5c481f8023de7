import type { Element, ElementContent, Nodes, Root, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import type { Article } from '../issue/model.ts';
import { nearest } from '../issue/nearest.ts';
import { resolveFrom } from '../repository.ts';
import type { Terms } from '../terms.ts';
import { asId } from './attributes.ts';
import type { Naming } from './cross-references.ts';
import { plainPhrase } from './phrase.ts';

/** What a cross-reference can point to. */
export interface Target {
  /** Id in the issue, e.g. `a3-fig-map`. */
  id: string;
  /** What stands for `?` in `[Figure ?](#fig-map)`: a number, or a heading’s words. Nothing for a figure without a caption, or a box. */
  name?: string;
  /** What the target is, where a reference can say so: a figure or table with its number, or a heading. */
  kind?: 'figure' | 'table' | 'heading';
}

/** The targets of one article by the ids that its author wrote. */
export type Targets = Map<string, Target>;

/** An article that a reference can point to. */
export interface Referred {
  id: string;
  targets: Targets;
}

/** Every id of an article: figures, tables, headings, blocks, and its notes as `note-label`. Runs before ids get their prefix. */
export function targetsOf(
  trees: readonly Nodes[],
  prefix: string,
  notes: readonly { number: number; label: string }[],
): Targets {
  const targets: Targets = new Map();
  for (const { number, label } of notes)
    targets.set(`note-${label}`, { id: `${prefix}-note-${number}`, name: String(number) });
  for (const tree of trees) {
    visit(tree as Element, 'element', (element) => {
      const { id, dataNumber } = element.properties;
      if (typeof id !== 'string' || /^call-\d/.test(id)) return;
      const name =
        dataNumber !== undefined
          ? String(dataNumber)
          : kindOf(element) === 'heading' && !refers(element)
            ? plainPhrase(element.children).text
            : undefined;
      const kind = kindOf(element);
      targets.set(id, { id: `${prefix}-${id}`, ...(name ? { name } : {}), ...(kind ? { kind } : {}) });
    });
  }
  return targets;
}

/** Whether the words of a heading refer to a page or a number themselves, and so are known late. */
function refers(heading: Element): boolean {
  return heading.children.some(
    (child) => child.type === 'element' && (child.tagName === 'a' ? textOf(child).search(blank) >= 0 : refers(child)),
  );
}

function kindOf({ tagName, properties: { className } }: Element): Target['kind'] {
  if (/^h[2-6]$/.test(tagName)) return 'heading';
  if (tagName !== 'figure') return undefined;
  return (className as string[] | undefined)?.includes('table') ? 'table' : 'figure';
}

/** Points links to their targets, in this article or another of the issue, and fills in numbers; `p. ?` is left for the pages to fill. */
export function resolveReferences(
  tree: Root,
  article: Pick<Article, 'id' | 'file'>,
  issue: ReadonlyMap<string, Referred>,
  terms: Terms,
): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'a' || (element.properties.className as string[] | undefined)?.includes('call')) return;
    const target = find(element, article, issue);
    const { dataNaming: naming, ...properties } = element.properties;
    element.properties = properties;
    if (!target) return;
    element.properties.href = `#${target.id}`;
    if (naming) element.children = [{ type: 'text', value: wordsFor(naming as Naming, target, terms) }];
    fill(element, target, article.file, naming as Naming | undefined);
  });
}

/** The words of a reference that has none of its own, with `?` where the number or words of its target come. */
function wordsFor(naming: Naming, { kind }: Target, terms: Terms): string {
  if (kind === 'heading' && naming !== 'page' && naming !== 'words') return '"?"';
  return naming === 'label' && kind ? `${terms[kind] ?? kind} ?` : '?';
}

/** The target of a link to a place in the issue; reports one that is not there. */
function find(
  link: Element,
  { file }: Pick<Article, 'file'>,
  issue: ReadonlyMap<string, Referred>,
): Target | undefined {
  const match = /^(?:([^:#?]+\.md))?(?:#(.*))?$/.exec(String(link.properties.href ?? ''));
  if (!match || match[0] === '') return undefined;
  const path = match[1] && decode(match[1]);
  const other = issue.get(path ? resolveFrom(file.path, path) : file.path);
  if (!other) {
    const names = [...issue.keys()].map((name) => name.slice(name.lastIndexOf('/') + 1));
    const close = nearest(path ?? '', names);
    report(file, 'reference-target', {
      at: link.position,
      found: `${path} is not an article of this issue`,
      expected: 'a file that issue.yaml lists',
      ...(close ? { fix: `Did you mean ${close}?` } : {}),
    });
    return undefined;
  }
  if (match[2] === undefined) return { id: other.id };
  const id = decode(match[2]);
  const target = other.targets.get(id) ?? other.targets.get(asId(id));
  if (!target) {
    const close = nearest(id, [...other.targets.keys()].slice(0, 500));
    report(file, 'reference-target', {
      at: link.position,
      found: `Nothing has the id #${id}${path ? ` in ${path}` : ''}`,
      expected: '{#id} after a heading, an image or a table’s caption',
      ...(close ? { fix: `Did you mean #${close}?` } : {}),
    });
  }
  return target;
}

/** A question mark by itself, perhaps in quotation marks; one that ends a sentence follows a letter. */
const blank = /(?<=^|[\s(.“"‘'«„]|\?[-–—]{1,3})\?(?=$|[\s).,;:–—”"’'»“-])/gu;
/** What stands before a blank for a page. */
const page = /(?:^|[\s(])(?:pp?|pages?|сс?|стор|стр|стар|сторін\p{L}+|страниц\p{L}+|S|Seiten?)\.?\s*$/iu;
/** What stands before a blank for pages: one by itself is for all that its target takes. */
const pages = /(?:^|[\s(])(?:pp|pages|сс|сторінки|страницы|Seiten)\.?\s*$/iu;
/** What stands between a blank for a page and another: the one is the first of a range, or one of several. */
const range = /^\s*(?:-{1,3}|[–—]|to|until|through|bis|à|до|по)\s*$/iu;
const several = /^\s*(?:[,;&/]|,?\s*(?:and|or|und|oder|et|ou|і|й|та|або|и|или))\s*$/iu;
/** What is said to have a number, and has none. */
const numberless =
  /(?:^|[\s(])(?:§+|sect(?:ion|ions)?|chap(?:ter|ters)?|part|розділ\p{L}*|раздел\p{L}*|глав\p{L}*|Kapitel|Abschnitt|chapitre)\.?\s*$/iu;

/** Puts the number, or a place for the page, wherever the link’s words have `?`; the place for the end of a range gets its ids from `markEnds`. */
function fill(link: Element, target: Target, file: VFile, naming?: Naming): void {
  const words = textOf(link).trim();
  const blanks = [...words.matchAll(blank)].length;
  let before = '';
  /** Where the last blank for a page ends among the words. */
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
      const isEnd = between !== undefined && range.test(between);
      from = at + 1;
      if (isEnd && head === between) parts.push(place(true));
      else {
        parts.push(plain(head.replace(/\s+$/, '\u00a0')));
        if (
          (words === '?' && (!naming || naming === 'page')) ||
          page.test(before) ||
          (between !== undefined && (isEnd || several.test(between)))
        ) {
          parts.push(place(false));
          if (blanks === 1 && pages.test(before)) parts.push(place(true));
        } else {
          parts.push(plain(target.name ?? '?'));
          if (target.name === undefined) reportNameless(link, words, file);
          else if (target.kind === 'heading' && numberless.test(before)) reportNumberless(link, words, file);
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

/** A section is known by its words, and “Section Sources” is none that a reader looks for. */
function reportNumberless(link: Element, words: string, file: VFile): void {
  report(file, 'reference-target', {
    at: link.position,
    level: 'warning',
    found: `Sections have no numbers: the words of its heading stand for ? in “${words}”`,
    fix: 'Write [“?”](#…) for the words of a heading, or [p. ?](#…) for its page.',
    alike: 'numberless',
  });
}

function reportNameless(link: Element, words: string, file: VFile): void {
  report(file, 'reference-target', {
    at: link.position,
    found: `Nothing can stand for ? in “${words}”: its target has no number`,
    fix: 'Give the figure or table a caption, ask for its page with [p. ?], or write the words out.',
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
