import type { Heading, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Notice } from '../../../diagnostics/report.ts';
import { SKIP, visit } from '../../../text/visit.ts';
import type { LineHeading } from '../../tree.ts';
import { applyAttributes } from '../attributes/apply.ts';
import { takeTrailingAttributes } from '../attributes/read.ts';

const places: Record<string, string> = {
  footnoteDefinition: 'a note',
  blockquote: 'a quotation',
  listItem: 'a list',
};

/** Turns headings in notes, quotations and lists into bold lines, because the contents have no place for them. */
export function readInnerHeadings(tree: Root, file: VFile): Notice[] {
  const notices: Notice[] = [];
  visit(tree, (node) => {
    const place = places[node.type];
    if (!place) return undefined;
    visit(node as Parents, 'heading', (heading, index, parent) => {
      if (!parent || index === undefined) return;
      notices.push({
        kind: place,
        rule: 'heading-place',
        at: heading,
        found: `A heading in ${place}; it is set as a bold line`,
        fix: 'Write its words between ** and **, without the marks #; a heading of the text stands outside, with an empty line before it.',
      });
      parent.children[index] = lineHeading(heading, file) as never;
    });
    return SKIP;
  });
  return notices;
}

/** The bold line that replaces a heading. */
export function lineHeading({ children, position }: Pick<Heading, 'children' | 'position'>, file: VFile): LineHeading {
  const attributes = takeTrailingAttributes(children, file);
  const line: LineHeading = { type: 'lineHeading', children, ...(position ? { position } : {}) };
  if (attributes) applyAttributes(line, attributes, file);
  return line;
}
