import type { Element, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { report } from '../../diagnostics/report.ts';
import { resolveFrom } from '../../disk/repository.ts';
import { idIn } from '../../issue/ids.ts';
import type { Article } from '../../issue/model.ts';
import { closestWord } from '../../text/closest-word.ts';
import { hasClass } from '../../text/has-class.ts';
import { withNumber, withoutNumber } from '../../text/number-label.ts';
import { percentDecoded } from '../../text/percent-decoded.ts';
import { visit } from '../../text/visit.ts';
import type { Terms } from '../../theme/terms.ts';
import { asId } from '../constructs/attributes/read.ts';
import { isTheorem, type TheoremKind, theoremNamed } from '../mend/theorem-names.ts';
import { plainPhrase } from '../phrase.ts';
import type { Naming } from '../tree.ts';
import { blank, fillReference } from './fill-reference.ts';
import { capitalised, theoremWord } from './theorems.ts';

/** A place that a cross-reference can point to. */
export interface ReferenceTarget {
  /** Id in the issue, e.g. `on-margins--fig-map`. */
  id: string;
  /**
   * The text that replaces `?` in `[Figure ?](#fig-map)`: a number, or a heading’s words. Undefined for a figure
   * without a caption, or a box.
   */
  name?: string;
  /** The kind of the target, if a reference can name it: something with a number, a heading, or a proof. */
  kind?: 'figure' | 'table' | 'listing' | 'formula' | 'heading' | TheoremKind;
}

/** The targets of one article by the ids that its author wrote. */
export type ReferenceTargets = Map<string, ReferenceTarget>;

/** An article that references can point to. */
export interface ReferencedArticle {
  id: string;
  targets: ReferenceTargets;
}

/**
 * The targets of an article: its figures, tables, formulas, headings and blocks by id, and its notes as `note-label`.
 * Runs before ids get their prefix.
 */
export function referenceTargets(
  trees: readonly Nodes[],
  article: string,
  notes: readonly { number: number; label: string }[],
): ReferenceTargets {
  const targets: ReferenceTargets = new Map();
  for (const { number, label } of notes)
    targets.set(`note-${label}`, { id: idIn(article, `note-${number}`), name: String(number) });
  for (const tree of trees) {
    visit(tree as Element, 'element', (element) => {
      const { id, dataNumber } = element.properties;
      if (typeof id !== 'string' || /^call-s?\d/.test(id)) return;
      const name =
        dataNumber !== undefined
          ? String(dataNumber)
          : targetKind(element) === 'heading' && !hasReference(element)
            ? plainPhrase(element.children).text
            : undefined;
      const kind = targetKind(element);
      targets.set(id, { id: idIn(article, id), ...(name ? { name } : {}), ...(kind ? { kind } : {}) });
    });
  }
  return targets;
}

/** True if the words of a heading refer to a page or a number themselves. They are then unknown until later. */
function hasReference(heading: Element): boolean {
  return heading.children.some(
    (child) =>
      child.type === 'element' && (child.tagName === 'a' ? textOf(child).search(blank) >= 0 : hasReference(child)),
  );
}

function targetKind(element: Element): ReferenceTarget['kind'] {
  const { tagName } = element;
  if (/^h[2-6]$/.test(tagName)) return 'heading';
  if (tagName === 'div' && hasClass(element, 'formula')) return 'formula';
  if (tagName === 'div' && hasClass(element, 'theorem')) return theoremNamed(String(element.properties.dataKind));
  if (tagName !== 'figure') return undefined;
  return hasClass(element, 'table') ? 'table' : hasClass(element, 'listing') ? 'listing' : 'figure';
}

/**
 * Points links to their targets, in this article or another of the issue, and fills in numbers. The pages fill in `p.
 * ?` later.
 */
export function resolveReferences(
  tree: Root,
  article: Pick<Article, 'id' | 'file'>,
  issue: ReadonlyMap<string, ReferencedArticle>,
  terms: Terms,
): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'a' || (element.properties.className as string[] | undefined)?.includes('call')) return;
    const target = findTarget(element, article, issue);
    const { dataNaming: naming, ...properties } = element.properties;
    element.properties = properties;
    if (!target) return;
    element.properties.href = `#${target.id}`;
    // The words of citations and entries are whole.
    if (/^(?:citation|cited)$/.test(String(element.properties.className))) return;
    if (naming) element.children = [{ type: 'text', value: wordsFor(naming as Naming, target, terms) }];
    fillReference(element, target, article.file, naming as Naming | undefined);
  });
}

/** The words of a reference that has none of its own, with `?` for the number or words of its target. */
function wordsFor(naming: Naming, { kind, name }: ReferenceTarget, terms: Terms): string {
  if (kind && isTheorem(kind) && naming !== 'page') {
    const word = theoremWord(kind, terms);
    if (name === undefined) return capitalised(withoutNumber(word));
    return naming === 'number' ? '?' : withNumber(word, '?');
  }
  if (kind === 'heading' && naming !== 'page' && naming !== 'words') return '"?"';
  if (kind === 'formula' && naming === 'label') return withNumber(terms.formula ?? kind, '(?)');
  return naming === 'label' && kind ? withNumber(terms[kind] ?? kind, '?') : '?';
}

/** A link to an article of the issue: the path of its manuscript, as resolved and as written, and what follows `#`. */
interface LinkIntoIssue {
  path: string;
  written: string | undefined;
  fragment: string | undefined;
}

/** Reads an address in the manuscript `from`; undefined if it leads out of the issue. */
export function linkIntoIssue(href: unknown, from: string): LinkIntoIssue | undefined {
  const match = /^(?:([^:#?]+\.md))?(?:#(.*))?$/.exec(String(href ?? ''));
  if (!match || match[0] === '') return undefined;
  const written = match[1] && percentDecoded(match[1]);
  return { path: written ? resolveFrom(from, written) : from, written, fragment: match[2] };
}

/** The target of a link into the issue; undefined and reported if there is none. */
function findTarget(
  link: Element,
  { file }: Pick<Article, 'file'>,
  issue: ReadonlyMap<string, ReferencedArticle>,
): ReferenceTarget | undefined {
  const into = linkIntoIssue(link.properties.href, file.path);
  if (!into) return undefined;
  const { written: path, fragment } = into;
  const other = issue.get(into.path);
  if (!other) {
    const names = [...issue.keys()].map((name) => name.slice(name.lastIndexOf('/') + 1));
    const close = closestWord(path ?? '', names);
    report(file, 'reference-target', {
      at: link.position,
      found: `${path} is not an article of this issue`,
      expected: 'a file that issue.yaml lists',
      ...(close ? { fix: `Did you mean ${close}?` } : {}),
    });
    return undefined;
  }
  if (fragment === undefined) return { id: other.id };
  const id = percentDecoded(fragment);
  const target = other.targets.get(id) ?? other.targets.get(asId(id)) ?? other.targets.get(noteIdFrom(id));
  if (!target) {
    const close = closestWord(id, [...other.targets.keys()].slice(0, 500));
    report(file, 'reference-target', {
      at: link.position,
      found: `Nothing has the id #${id}${path ? ` in ${path}` : ''}`,
      expected: '{#id} after a heading, an image or a table’s caption',
      ...(close
        ? { fix: `Did you mean #${close}?` }
        : {
            fix: `Give its target the id {#${asId(id)}}, or leave the words without a link.`,
            alike: 'an id that nothing has',
          }),
    });
  }
  return target;
}

/**
 * The id of a note in Offprint, from an id as other programs write it: `#fn:4` in Hugo and kramdown, `#fn4` in Pandoc,
 * `#user-content-fn-4` on GitHub.
 */
function noteIdFrom(id: string): string {
  return id.replace(/^(?:user-content-)?fn[:-]?(?=.)/, 'note-');
}
