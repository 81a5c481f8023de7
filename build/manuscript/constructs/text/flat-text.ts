import type { Link, Nodes, Parents, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { type SourceText, sourceText } from '../../../text/source-text.ts';
import { SKIP, visit } from '../../../text/visit.ts';

/** A private-use character of Unicode that replaces inline code; another one replaces pictures, calls and addresses. */
export const codeSign = '\uf8f0';
const otherSign = '\uf8f1';

/** The words of a paragraph, heading, cell or caption as one string without marks, with their places in the source. */
export interface FlatText {
  text: string;
  /** True if the character at an index was escaped. */
  escaped(index: number): boolean;
  position(from: number, to: number): Position | undefined;
  /** Removes ranges from the text nodes, the last first. */
  remove(stretches: readonly { from: number; to: number }[]): void;
}

interface Piece {
  from: number;
  node: Text;
  parent: Parents;
  source: SourceText;
}

/**
 * The running texts of a tree, each as a whole. Captions in image titles are not included: they were searched when they
 * were read.
 */
export function flatTexts(tree: Root, file: VFile): FlatText[] {
  const texts: FlatText[] = [];
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some(({ type }) => type === 'text')) return;
    texts.push(flat(node as Parents, file));
    return SKIP;
  });
  return texts;
}

function flat(container: Parents, file: VFile): FlatText {
  const pieces: Piece[] = [];
  let text = '';
  const read = (parent: Parents): void => {
    for (const node of parent.children as Nodes[]) {
      if (node.type === 'text' && !isForeign(node)) {
        pieces.push({ from: text.length, node, parent, source: sourceText(node, file) });
        text += node.value;
      } else if (node.type === 'inlineCode') text += codeSign;
      else if (node.type === 'break') text += '\n';
      else if ('children' in node && !(node.type === 'link' && isAddress(node))) read(node);
      else text += otherSign;
    }
  };
  read(container);
  // A binary search: texts of thousands of pieces have thousands of findings.
  const pieceAt = (index: number): Piece | undefined => {
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle] as Piece).from <= index) low = middle + 1;
      else high = middle;
    }
    return pieces[low - 1];
  };
  return {
    text,
    escaped(index) {
      const piece = pieceAt(index);
      return piece ? piece.source.isEscaped(index - piece.from) : false;
    },
    position(from, to) {
      const piece = pieceAt(from);
      if (!piece) return container.position;
      const { node, source } = piece;
      return source.positionOf(from - piece.from, Math.min(to - piece.from, node.value.length));
    },
    remove(stretches) {
      for (const { from, to } of stretches.toReversed()) {
        const piece = pieceAt(from);
        if (!piece) continue;
        const { node, parent } = piece;
        const value = node.value.slice(0, from - piece.from) + node.value.slice(to - piece.from);
        const children = parent.children as Nodes[];
        const at = children.indexOf(node);
        piece.node = { ...node, value };
        children[at] = piece.node;
      }
    },
  };
}

/** True if a text has a place without offsets: it was read from a string that is not part of the source. */
function isForeign({ position }: Text): boolean {
  return position !== undefined && position.start.offset === undefined;
}

function isAddress(link: Link): boolean {
  return link.url.endsWith(textOf(link));
}
