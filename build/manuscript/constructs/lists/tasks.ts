import type { List, ListItem, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';

/**
 * Reads task lists, `- [ ] open` and `- [x] done`, and stores whether each item is done. An `[x]` that only one of
 * several items has is text.
 */
export function readTasks(tree: Root, file: VFile): void {
  visit(tree, 'list', (list: List) => {
    const states = list.children.map((item) => stateOf(item, file));
    const isTasks = states.includes('open') || (states.length > 1 && states.every((state) => state !== undefined));
    if (!isTasks || list.ordered) return;
    for (const [i, item] of list.children.entries()) {
      const state = states[i];
      if (!state) continue;
      const paragraph = item.children[0] as Extract<ListItem['children'][number], { type: 'paragraph' }>;
      const text = paragraph.children[0] as Text;
      paragraph.children[0] = sourceText(text, file).slice(3 + (/^\s+/.exec(text.value.slice(3))?.[0].length ?? 0));
      item.checked = state === 'done';
    }
  });
}

function stateOf({ children: [first] }: ListItem, file: VFile): 'open' | 'done' | undefined {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (text?.type !== 'text' || sourceText(text, file).isEscaped(0)) return undefined;
  const mark = /^\[([ xX✓✔])\](?=\s)/.exec(text.value)?.[1];
  return mark === undefined ? undefined : mark === ' ' ? 'open' : 'done';
}
