import type { List, ListItem, Parents } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';
import { mergeProperties, propertiesOf, withClasses } from '../html-element.ts';

/** Signs that fonts have and screen readers read. */
const boxes = { open: '☐', done: '☑' };

/**
 * Handlers for lists. Signs are set by `list-style-type`, which browsers and e-book readers support; the list’s `type`
 * is for those that do not.
 */
export const listsToHtml = {
  list(state: State, list: List) {
    const { children } = list;
    const kind = children[0]?.data?.kind;
    const longest = Math.max(...children.map(({ data }) => data?.sign?.length ?? 0));
    const properties = propertiesOf(list);
    const own =
      longest > 0
        ? withClasses(
            { ...properties, ...(kind && /^[aAiI]$/.test(kind) ? { type: kind } : {}) },
            ...['signed', ...(longest > 4 ? ['long'] : [])],
          )
        : children.some(({ checked }) => typeof checked === 'boolean')
          ? withClasses(properties, 'tasks')
          : properties;
    return defaultHandlers.list(state, {
      ...list,
      data: { ...list.data, hProperties: mergeProperties(own, list.data?.hProperties) },
    });
  },
  listItem(state: State, item: ListItem, parent: Parents | undefined) {
    const { sign } = item.data ?? {};
    const mark = typeof item.checked === 'boolean' ? (item.checked ? boxes.done : boxes.open) : sign;
    const hProperties = {
      ...propertiesOf(item),
      ...(mark ? { style: `list-style-type: "${mark}\u00a0"` } : {}),
    };
    return defaultHandlers.listItem(state, { ...item, checked: null, data: { ...item.data, hProperties } }, parent);
  },
};
