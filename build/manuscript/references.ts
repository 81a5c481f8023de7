import type { Element, ElementContent, Nodes, Root, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import type { Article } from '../issue/model.ts';
import { nearest } from '../issue/nearest.ts';
import { resolveFrom } from '../repository.ts';

/** What a cross-reference can point to. */
export interface Target {
  /** Id in the issue, e.g. `a3-fig-map`. */
  id: string;
  /** What stands for `?` in `[Figure ?](#fig-map)`. */
  number: string;
}

/** The targets of one article by the ids that its author wrote. */
export type Targets = Map<string, Target>;

/** Every id of an article: figures, tables, headings, blocks, and its notes as `note-label`. Runs before ids get their prefix. */
export function targetsOf(
  trees: readonly Nodes[],
  prefix: string,
  notes: readonly { number: number; label: string }[],
): Targets {
  const targets: Targets = new Map();
  for (const tree of trees) {
    visit(tree as Element, 'element', (element) => {
      const { id, dataNumber } = element.properties;
      if (typeof id !== 'string' || /^(call|note)-\d/.test(id)) return;
      targets.set(id, {
        id: `${prefix}-${id}`,
        number: dataNumber === undefined ? textOf(element) : String(dataNumber),
      });
    });
  }
  for (const { number, label } of notes)
    targets.set(`note-${label}`, { id: `${prefix}-note-${number}`, number: String(number) });
  return targets;
}

/** Points links to their targets, in this article or another of the issue, and fills in numbers; `p. ?` is left for the pages to fill. */
export function resolveReferences(
  tree: Root,
  article: Pick<Article, 'id' | 'file'>,
  issue: ReadonlyMap<string, { id: string; targets: Targets }>,
): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'a' || (element.properties.className as string[] | undefined)?.includes('call')) return;
    const target = find(element, article, issue);
    if (!target) return;
    element.properties.href = `#${target.id}`;
    fill(element, target);
  });
}

/** The target of a link to a place in the issue; reports one that is not there. */
function find(
  link: Element,
  { file }: Pick<Article, 'file'>,
  issue: ReadonlyMap<string, { id: string; targets: Targets }>,
): Target | undefined {
  const match = /^(?:([^:#?]+\.md))?(?:#(.*))?$/.exec(String(link.properties.href ?? ''));
  if (!match || match[0] === '') return undefined;
  const path = match[1] && decode(match[1]);
  const other = issue.get(path ? resolveFrom(file.path, path) : file.path);
  if (!other) {
    const names = [...issue.keys()].map((name) => name.slice(name.lastIndexOf('/') + 1));
    missing(link, file, `${path} is not an article of this issue`, nearest(path ?? '', names));
    return undefined;
  }
  if (match[2] === undefined) return { id: other.id, number: '' };
  const id = decode(match[2]);
  const target = other.targets.get(id);
  if (!target) {
    const close = nearest(id, [...other.targets.keys()]);
    missing(link, file, `Nothing has the id #${id}${path ? ` in ${path}` : ''}`, close && `#${close}`);
  }
  return target;
}

function missing(element: Element, file: VFile, found: string, close: string | undefined): void {
  report(file, 'reference-target', {
    at: element.position,
    found,
    expected: '{#id} after a heading, an image or a table’s caption',
    ...(close ? { fix: `Did you mean ${close}?` } : {}),
  });
}

/** Puts the number, or a place for the page, where the link’s words have `?`. */
function fill(link: Element, target: Target): void {
  const words = textOf(link);
  if (!words.includes('?')) return;
  const isPage = /(?:^|[\s(\u00a0])(?:pp?|pages?|с|сс|стор|стр|S|Seite)\.?\s*\?/iu.test(words) || words.trim() === '?';
  if (!isPage && !target.number) return;
  if (isPage) link.properties.className = ['page-reference'];
  visit(link, 'text', (text: Text, index, parent) => {
    const at = text.value.indexOf('?');
    if (at < 0 || !parent || index === undefined) return;
    const before = text.value.slice(0, at).replace(/\s+$/, '\u00a0');
    const after = text.value.slice(at + 1);
    const folio: ElementContent = isPage
      ? {
          type: 'element',
          tagName: 'span',
          properties: { className: ['folio'] },
          children: [{ type: 'text', value: '?' }],
        }
      : { type: 'text', value: target.number };
    const parts: ElementContent[] = [{ type: 'text', value: before }, folio, { type: 'text', value: after }];
    (parent as Element).children.splice(index, 1, ...parts.filter((part) => part.type !== 'text' || part.value !== ''));
    return false;
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
