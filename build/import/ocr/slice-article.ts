import type { Root, RootContent } from 'mdast';
import { closestWord } from '../../text/closest-word.ts';
import { NotImported } from '../imported.ts';
import { lineOfTree, textOfTree } from '../words-of-manuscript.ts';

/** A part of a recognized file: its blocks, and from which offset to which it reaches. */
export interface Slice {
  nodes: RootContent[];
  from: number;
  to: number;
}

/**
 * The article of a heading: up to the next heading of its level or above, except those that any article has, such as
 * “References”; or up to the heading `until`. Throws NotImported.
 */
export function sliceArticle(
  tree: Root,
  length: number,
  heading: string | undefined,
  until: string | undefined,
  isInner: (heading: string) => boolean,
): Slice {
  if (heading === undefined && until === undefined) return { nodes: tree.children, from: 0, to: length };
  const from = heading === undefined ? 0 : indexOf(tree, heading, 0);
  const first = tree.children[from];
  const depth = first?.type === 'heading' ? first.depth : 1;
  const next =
    until === undefined
      ? tree.children.findIndex(
          (node, i) => i > from && node.type === 'heading' && node.depth <= depth && !isInner(textOfTree(node)),
        )
      : indexOf(tree, until, from + 1);
  const end = next < 0 ? tree.children.length : next;
  return {
    nodes: tree.children.slice(from, end),
    from: first?.position?.start.offset ?? 0,
    to: tree.children[end]?.position?.start.offset ?? length,
  };
}

/** The index of the first block of such words: a heading, or a paragraph that has nothing else. */
function indexOf(tree: Root, wanted: string, from: number): number {
  const key = plain(wanted);
  const candidates = tree.children.flatMap((node, at) =>
    at >= from && (node.type === 'heading' || node.type === 'paragraph')
      ? [{ at, node, text: plain(textOfTree(node)) }]
      : [],
  );
  const headings = candidates.filter(({ node }) => node.type === 'heading');
  // A contents list has the words, too: an article has text below.
  const isBegun = ({ at }: { at: number }): boolean =>
    tree.children.slice(at + 1, at + 9).some((node) => node.type === 'paragraph' && textOfTree(node).length > 200);
  const tests: ((text: string) => boolean)[] = [
    (text) => text === key,
    (text) => key !== '' && text.startsWith(key),
    (text) => key !== '' && text.includes(key),
  ];
  const ways = tests.map((test) => headings.filter(({ text }) => test(text)));
  ways.push(candidates.filter(({ text }) => text === key));
  ways.push(candidates.filter(({ text }) => text.length < 300 && key.length > 10 && text.startsWith(key)));
  const found = ways.flat().find(isBegun) ?? ways.flat()[0];
  if (found) return found.at;
  const names = headings.map(({ node }) => lineOfTree(node)).filter(Boolean);
  const close = closestWord(wanted, names);
  throw new NotImported(
    `There is no heading “${wanted}”`,
    close
      ? `Did you mean “${close}”?`
      : names.length > 0
        ? `There are: ${names.slice(0, 20).join(' · ')}${names.length > 20 ? ' …' : ''}`
        : 'The file has no headings; leave --article out to import all of it.',
  );
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
