import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { classesOf } from './class-names.ts';

/**
 * Says of every call that it is one: readers show the note where it is touched, and skip the number when they read aloud. Between two that stand side by side is a space: 1 and 2 are not
 * 12 where they are copied or heard.
 */
export function markCalls(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'a' || !classesOf(element).includes('call')) return;
    element.properties = { 'epub:type': 'noteref', role: 'doc-noteref', ...element.properties };
    if (!parent || index === undefined || !classesOf(element).includes('next-call')) return;
    // No stylesheet has to part them.
    element.properties.className = ['call'];
    parent.children.splice(index, 0, { type: 'text', value: '\u00a0' });
    return index + 2;
  });
}
