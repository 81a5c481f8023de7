import type { Element, ElementContent, Root } from 'hast';

/**
 * Puts each block on a line of its own, where it has only blocks beside it, so that a line in a validator’s message
 * means one block.
 */
export function putBlocksOnLines(tree: Root): void {
  const walk = (node: Root | Element): void => {
    const children = node.children as ElementContent[];
    for (const child of children) if (child.type === 'element') walk(child);
    const isBlock = (child: ElementContent) => child.type === 'element' && blocks.test(child.tagName);
    if (children.length === 0 || !children.every(isBlock)) return;
    const broken = children.flatMap((child): ElementContent[] => [{ type: 'text', value: '\n' }, child]);
    node.children = node.type === 'root' ? broken.slice(1) : [...broken, { type: 'text', value: '\n' }];
  };
  walk(tree);
}

const blocks =
  /^(p|ul|ol|li|dl|dt|dd|div|blockquote|aside|section|figure|figcaption|table|thead|tbody|tr|td|th|h[1-6]|pre|hr|details)$/;
