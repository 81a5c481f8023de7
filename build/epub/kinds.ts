import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { classesOf } from './class-names.ts';

/** What blocks of each class are called in EPUB's vocabulary of structure and in DPUB-ARIA; a box is a note in ARIA's sense. */
const kinds: Record<string, { 'epub:type'?: string; role: string }> = {
  pullquote: { 'epub:type': 'pullquote', role: 'doc-pullquote' },
  epigraph: { 'epub:type': 'epigraph', role: 'doc-epigraph' },
  box: { role: 'note' },
  interview: { 'epub:type': 'qna', role: 'doc-qna' },
};

/** Says what kind of block a pull quote, an epigraph, a box and an interview are. */
export function markKinds(tree: Root): void {
  visit(tree, 'element', (element) => {
    for (const name of classesOf(element)) {
      const kind = kinds[name];
      if (!kind) continue;
      element.properties = { ...kind, ...element.properties };
      // An aside is a landmark, and landmarks want names of their own.
      if (element.tagName === 'aside') element.tagName = 'div';
    }
  });
}
