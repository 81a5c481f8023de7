import type { Element, ElementContent, Root } from 'hast';

/**
 * Copies a tree and keeps ranges of numbers, and numbers behind a hyphen, in one line within tables: a browser would
 * make the column as narrow as one half, although no line ends there.
 */
export function keepRanges<T extends Root | ElementContent[]>(tree: T): T {
  if (Array.isArray(tree)) return tree.flatMap((node) => keepIn(node, false)) as T;
  return { ...tree, children: tree.children.flatMap((node) => keepIn(node as ElementContent, false)) };
}

function keepIn(node: ElementContent, inCell: boolean): ElementContent[] {
  if (node.type === 'text') return inCell ? parts(node.value) : [node];
  if (node.type !== 'element') return [node];
  const isCell = inCell || node.tagName === 'td' || node.tagName === 'th';
  return [{ ...node, children: node.children.flatMap((child) => keepIn(child, isCell)) }];
}

function parts(text: string): ElementContent[] {
  return text.split(ranges).flatMap((value, i): ElementContent[] => {
    if (value === '') return [];
    const words: ElementContent = { type: 'text', value };
    return i % 2 === 0
      ? [words]
      : [
          {
            type: 'element',
            tagName: 'span',
            properties: { className: ['range'] },
            children: [words],
          } satisfies Element,
        ];
  });
}

const ranges = /((?<![^\s(«„“"])[\p{L}\d.,:]{0,16}(?:\d[-–]|[-–]\d)[\p{L}\d.,:]{0,16})/u;
