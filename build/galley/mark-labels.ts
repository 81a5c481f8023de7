import type { ElementContent, Root } from 'hast';
import { captionLabels, placeLabels } from '../text/label-words.ts';

/**
 * Copies a tree and marks the numbers of labels, “Abb. 1”, by the class `label-number`: a style whose old-style figures
 * could be taken for letters, as a 1 like a small I, sets these as tall as capitals. After words for a page, a volume
 * or an issue, only a 1 that stands alone is marked.
 */
export function markLabels<T extends Root | ElementContent[]>(tree: T): T {
  if (Array.isArray(tree)) return tree.flatMap(markIn) as T;
  return { ...tree, children: tree.children.flatMap((node) => markIn(node as ElementContent)) };
}

function markIn(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return parts(node.value);
  if (node.type !== 'element' || /^(?:pre|code|svg|math)$/.test(node.tagName)) return [node];
  return [{ ...node, children: node.children.flatMap(markIn) }];
}

function parts(value: string): ElementContent[] {
  const found: ElementContent[] = [];
  let from = 0;
  const text = (to: number) => {
    if (to > from) found.push({ type: 'text', value: value.slice(from, to) });
  };
  for (const { 0: number, index } of value.matchAll(numbers)) {
    text(index);
    const children: ElementContent[] = [{ type: 'text', value: number }];
    found.push({ type: 'element', tagName: 'span', properties: { className: ['label-number'] }, children });
    from = index + number.length;
  }
  text(value.length);
  return found;
}

const space = '[ \\u00a0\\u202f]';
const numbers = new RegExp(
  `(?<=(?<!\\p{L})(?:${captionLabels})${space})\\d+(?:[.,–-]\\d+)*|(?<=(?<!\\p{L})(?:${placeLabels})${space}?)1(?![\\d.,–-]*\\d)`,
  'giu',
);
