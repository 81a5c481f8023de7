import type { Parents, PhrasingContent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { visit } from '../../../text/visit.ts';
import { inlineMarkdown } from '../../dialect.ts';
import { applyAttributes, creditKeys } from '../attributes/apply.ts';
import { readAttributes } from '../attributes/read.ts';

/**
 * Reads the attributes of pictures with a credit or a description as they are written: both are Markdown, and the
 * parser has read the emphasis, addresses and notes in them as a part of the text. Runs before all other readers.
 */
export function readWrittenAttributes() {
  return (tree: Root, file: VFile): void => {
    const parents: Parents[] = [];
    visit(tree, (node) => {
      if ('children' in node && node.children.some(({ type }) => type === 'image')) parents.push(node);
    });
    for (const parent of parents) {
      const children = parent.children as PhrasingContent[];
      for (let i = 0; i < children.length; i++) take(children, i, file);
    }
  };
}

function take(children: PhrasingContent[], index: number, file: VFile): void {
  const [image, next] = [children[index], children[index + 1]];
  const from = next?.position?.start.offset;
  const to = children.at(-1)?.position?.end.offset;
  if (image?.type !== 'image' || next?.type !== 'text' || from === undefined || to === undefined) return;
  const attributes = readAttributes(String(file).slice(from, to));
  if (!attributes || !Object.keys(attributes.values).some((key) => key === 'alt' || creditKeys.test(key))) return;
  const end = from + attributes.length;
  const last = children.findIndex((child, i) => i > index && (child.position?.end.offset ?? 0) >= end);
  const tail = children[last];
  const tailFrom = tail?.position?.start.offset ?? end;
  // What goes on behind the braces is text, or begins right there.
  if (tail?.type !== 'text' && (tail?.position?.end.offset ?? end) > end) return;
  for (const [key, value] of Object.entries(attributes.values))
    if (!creditKeys.test(key)) attributes.values[key] = textOf(inlineMarkdown.parse(value));
  applyAttributes(image, attributes, file, next);
  const rest = tail?.type === 'text' ? restOf(tail, end, tailFrom, file) : undefined;
  children.splice(index + 1, last - index, ...(rest ? [rest] : []));
}

/** The text behind the braces; undefined if there is none. */
function restOf(
  tail: Extract<PhrasingContent, { type: 'text' }>,
  end: number,
  from: number,
  file: VFile,
): PhrasingContent | undefined {
  const written = String(file).slice(end, tail.position?.end.offset);
  if (written === '') return undefined;
  const value = tail.value.slice(tail.value.length - written.length);
  if (value !== written || !tail.position) return { ...tail, value };
  const { line, column } = tail.position.start;
  const lines = String(file).slice(from, end).split('\n');
  const start = {
    line: line + lines.length - 1,
    column: lines.length > 1 ? (lines.at(-1)?.length ?? 0) + 1 : column + end - from,
    offset: end,
  };
  return { ...tail, value, position: { start, end: tail.position.end } };
}
