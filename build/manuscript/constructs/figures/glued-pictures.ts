import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from '../../../text/visit.ts';

/**
 * Moves a picture at the beginning or end of a paragraph, with no space between it and the words, into a paragraph of
 * its own: no line could end between the two, and the picture would push the words out of the column. A small picture
 * inside a sentence stays.
 */
export function separateGluedPictures(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const { children } = paragraph;
    const [first, second] = children;
    const [last, before] = [children.at(-1), children.at(-2)];
    const cut =
      first?.type === 'image' && second && /^["“„«‘]?[\p{Lu}\d]/u.test(textOf(second)) && second.type !== 'image'
        ? 1
        : last?.type === 'image' && before && /[.:!?…]["”“»’]?$/.test(textOf(before)) && before.type !== 'image'
          ? children.length - 1
          : 0;
    if (cut === 0) return undefined;
    const parts = [children.slice(0, cut), children.slice(cut)].map((part) => paragraphOf(part, paragraph));
    (parent.children as RootContent[]).splice(index, 1, ...parts);
    return [SKIP, index + 1];
  });
}

function paragraphOf(children: PhrasingContent[], { position }: Paragraph): Paragraph {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
  const own = start && end ? { start, end } : position;
  return { type: 'paragraph', children, ...(own ? { position: own } : {}) };
}
