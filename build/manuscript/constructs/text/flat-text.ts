import type { Link, Nodes, Parents, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Position } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type SourceText, sourceText } from '../../../text/source-text.ts';

/** Stands for code in a line, and for whatever else is no text: pictures, calls, addresses. Nobody’s letters (Unicode, private use). */
export const codeSign = '\uf8f0';
const otherSign = '\uf8f1';

/** The words of a paragraph, heading, cell or caption as one string, whatever marks stand in it, and where in the source each stands. */
export interface FlatText {
  text: string;
  /** Whether the character at an index was escaped. */
  escaped(index: number): boolean;
  position(from: number, to: number): Position | undefined;
  /** Takes stretches out of the text nodes, the last first. */
  remove(stretches: readonly { from: number; to: number }[]): void;
}

interface Piece {
  from: number;
  node: Text;
  parent: Parents;
  source: SourceText;
}

/** All texts of a tree that run on in a line, each whole. What was read from elsewhere, a caption in a picture’s title, was looked at there. */
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
  // Texts of thousands of pieces have thousands of findings.
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

/** Whether a text has a place, but none of its own: it was read from a string that is no part of the source as it stands. */
function isForeign({ position }: Text): boolean {
  return position !== undefined && position.start.offset === undefined;
}

function isAddress(link: Link): boolean {
  return link.url.endsWith(textOf(link));
}
