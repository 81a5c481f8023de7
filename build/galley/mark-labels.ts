import type { ElementContent, Root } from 'hast';
import { captionLabels, placeLabels } from '../text/label-words.ts';

/**
 * Copies a tree and marks the numbers of labels, “Abb. 1”, by the class `label-number`: a style whose old-style figures
 * could be taken for letters, as a 1 like a small I, sets these as tall as capitals. After words for a page, a volume
 * or an issue, only a 1 that stands alone is marked.
 */
export function markLabels<T extends Root | ElementContent[]>(tree: T): T {
  if (Array.isArray(tree)) return markAll(tree) as T;
  return { ...tree, children: markAll(tree.children as ElementContent[]) };
}

/** Marks the numbers in the children of a node. The number of a reference is a text of its own, behind its label’s. */
function markAll(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((node, i): ElementContent[] => {
    const before = children[i - 1];
    if (node.type === 'text') return parts(before?.type === 'text' ? before.value : '', node.value);
    if (node.type !== 'element' || /^(?:pre|code|svg|math)$/.test(node.tagName)) return [node];
    return [{ ...node, children: markAll(node.children) }];
  });
}

/** A text, with the numbers in it marked, behind another. */
function parts(before: string, own: string): ElementContent[] {
  const found: ElementContent[] = [];
  const value = before + own;
  let from = before.length;
  const text = (to: number) => {
    if (to > from) found.push({ type: 'text', value: value.slice(from, to) });
  };
  for (const { 0: number, index } of value.matchAll(numbers)) {
    if (index < before.length) continue;
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
  `(?<=(?<!\\p{L})(?:${captionLabels})${space}\\(?)\\d+(?:[.,–-]\\d+)*|(?<=(?<!\\p{L})(?:${placeLabels})${space}?)1(?![\\d.,–-]*\\d)`,
  'giu',
);
