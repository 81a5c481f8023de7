import type { Parents, Root } from 'mdast';
import type { Notice } from '../../../diagnostics/report.ts';
import { visit } from '../../../text/visit.ts';

/** Removes paragraphs that hold nothing but spaces, such as `&nbsp;`: their author wanted a distance. Tells them. */
export function leaveOutSpacers(tree: Root): Notice[] {
  const notices: Notice[] = [];
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const isSpacer = paragraph.children.every(
      (child) => child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
    );
    if (!isSpacer || !parent || index === undefined || (parent.type !== 'root' && parent.children.length === 1))
      return undefined;
    notices.push({
      kind: 'spacer',
      rule: 'dialect-known',
      level: 'info',
      at: paragraph.position,
      found: 'A paragraph of spaces alone, for a distance; it is left out',
      fix: 'Remove it: distances are the style’s.',
    });
    (parent as Parents).children.splice(index, 1);
    return index;
  });
  return notices;
}
