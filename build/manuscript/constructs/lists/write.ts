import type { List, ListItem, Nodes } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';

/** Writers of items with the author’s own signs, and of tasks. mdast-util-to-markdown writes all others. */
export const listsToMarkdown = {
  listItem(item: ListItem, parent: Nodes | undefined, state: State, info: Info): string {
    const mark = markOf(item, parent as List | undefined);
    if (mark !== undefined) return indented(item, mark, state, info);
    const text = defaultHandlers.listItem(item, parent as never, state, info);
    if (typeof item.checked !== 'boolean') return text;
    return text.replace(/^([-*+] +)/, `$1[${item.checked ? 'x' : ' '}] `);
  },
};

function markOf({ data }: ListItem, list: List | undefined): string | undefined {
  if (data?.sign === undefined) return undefined;
  if (data.isExample) return '(@) ';
  // A capital with a full stop is read as an initial, unless the list has three such items, or two spaces follow.
  const isInitial = /^\p{Lu}\.$/u.test(data.sign) && (list?.children.length ?? 0) < 3;
  return `${data.sign}${isInitial ? '  ' : ' '}`;
}

function indented(item: ListItem, mark: string, state: State, info: Info): string {
  const exit = state.enter('listItem');
  const text = state.containerFlow(item, info);
  exit();
  const indent = ' '.repeat(mark.length);
  return state.indentLines(text, (line, i, isBlank) => (i === 0 ? mark : isBlank ? '' : indent) + line);
}
