import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import type { Label } from '../../tree.ts';
import { applyAttributes } from '../attributes/apply.ts';
import { takeTrailingAttributes } from '../attributes/read.ts';
import { lineHeading } from '../headings/inner.ts';

/** Turns the label of `:::box[Words]`, or another dialect’s `title="Words"`, into the heading line of the box. */
export function labelToHeading(node: ContainerDirective, title: string | undefined): void {
  const [first] = node.children;
  if (first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data)
    node.children[0] = labelOf(first.children, first.position);
  else if (title)
    node.children.unshift(
      labelOf([{ type: 'text', value: title, ...(node.position ? { position: bare(node.position) } : {}) }], undefined),
    );
}

function labelOf(children: Label['children'], position: Label['position']): Label {
  return { type: 'label', children, ...(position ? { position } : {}) };
}

/** Turns the label of a block that Offprint does not have into a bold line of the text. */
export function labelToLine({ children }: ContainerDirective, file: VFile): void {
  const [label] = children;
  if (label?.type === 'label') children[0] = lineHeading(label, file);
}

/** Turns the heading at the head of a Quarto box into the box’s label. */
export function headingToLabel(node: ContainerDirective, file: VFile): void {
  const [first] = node.children;
  if (first?.type !== 'heading') return;
  const attributes = takeTrailingAttributes(first.children, file);
  const label = labelOf(first.children, first.position);
  if (attributes) applyAttributes(label, attributes, file);
  node.children[0] = label;
}

/** A position without offsets, because the text there is not in the source. */
function bare({ start: { line, column } }: NonNullable<ContainerDirective['position']>) {
  return { start: { line, column }, end: { line, column } };
}
