import type { ElementContent } from 'xast';

/**
 * Content with the entries of indexes where a reader that does not know them joins them to no word: before a word that
 * follows a space, with a space behind them, else behind all other words.
 */
export function placeTerms(content: readonly ElementContent[]): ElementContent[] {
  const last: ElementContent[] = [];
  const placed = content.flatMap((node, i): ElementContent[] => {
    if (isTerm(node)) {
      if (followsSpace(content, i)) return [node, { type: 'text', value: ' ' }];
      last.push(node);
      return [];
    }
    return [withoutTerms(node, last)];
  });
  return [...placed, ...last.flatMap((term): ElementContent[] => [{ type: 'text', value: ' ' }, term])];
}

function isTerm(node: ElementContent): boolean {
  return node.type === 'element' && node.name === 'index-term';
}

/** True at the beginning, behind a space, and behind another entry. */
function followsSpace(content: readonly ElementContent[], at: number): boolean {
  const before = content[at - 1];
  if (!before) return true;
  return before.type === 'text' ? /\s$/.test(before.value) : isTerm(before) && followsSpace(content, at - 1);
}

/** A node without the entries inside it, which are added to a list. */
function withoutTerms(node: ElementContent, taken: ElementContent[]): ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children.flatMap((child): ElementContent[] => {
    if (!isTerm(child)) return [withoutTerms(child, taken)];
    taken.push(child);
    return [];
  });
  return { ...node, children };
}
