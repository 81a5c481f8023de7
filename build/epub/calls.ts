import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { classesOf } from './class-names.ts';

/** Says of every call that it is one: readers show the note where it is touched, and skip the number when they read aloud. */
export function markCalls(tree: Root): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'a' || !classesOf(element).includes('call')) return;
    element.properties = { 'epub:type': 'noteref', role: 'doc-noteref', ...element.properties };
  });
}
