import type { Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { addAttributes, attributesOf } from '../../tree.ts';
import { headingToLabel } from '../blocks/labels.ts';

/**
 * Reads a theorem, a proof or the like: its first heading, or a first line that is bold as a whole, is its name, as in
 * Quarto. The class `unnumbered` is kept. LaTeX’s command for the sign at the end of a proof is left out, because every
 * proof gets one.
 */
export function readTheorem(node: ContainerDirective, classes: readonly string[], file: VFile): void {
  headingToLabel(node, file);
  const [first, second] = node.children;
  if (first?.type === 'paragraph' && second) {
    const [strong, ...others] = first.children;
    if (strong?.type === 'strong' && others.length === 0)
      node.children[0] = { ...first, type: 'label', children: withoutStop(strong.children) } as never;
  }
  if (classes.includes('unnumbered'))
    addAttributes(node, { classes: [...(attributesOf(node).classes ?? []), 'unnumbered'] });
  const last = node.children.at(-1);
  if (last?.type === 'paragraph') dropSign(last);
}

/** Words without a full stop at their end: one is put behind every name. */
function withoutStop(children: PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1);
  return last?.type === 'text' && /[^.]\.$/.test(last.value)
    ? [...children.slice(0, -1), { ...last, value: last.value.slice(0, -1) }]
    : children;
}

function dropSign({ children }: Paragraph): void {
  const last = children.at(-1);
  if (last?.type !== 'text' || !texSign.test(last.value)) return;
  const value = last.value.replace(texSign, '');
  if (value) children[children.length - 1] = { ...last, value };
  else children.pop();
}

/** The sign at the end of a proof as LaTeX writes it in the text. */
const texSign = /\s*\\(?:qed|qedhere|qedsymbol|hfill\s*\$\\(?:square|Box|blacksquare)\$)(?:\{\})?\s*$/;
