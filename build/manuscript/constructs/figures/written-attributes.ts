import type { Parents, PhrasingContent, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { sourceText } from '../../../text/source-text.ts';
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
  // What goes on behind the braces is text, or begins right there.
  if (tail?.type !== 'text' && (tail?.position?.end.offset ?? end) > end) return;
  for (const [key, written] of Object.entries(attributes.values)) {
    const value = written.replace(/\n[\s>]+/g, '\n');
    attributes.values[key] = creditKeys.test(key) ? value : textOf(inlineMarkdown.parse(value));
  }
  applyAttributes(image, attributes, file, next);
  const rest = tail?.type === 'text' ? textBehind(end, tail, file) : undefined;
  children.splice(index + 1, last - index, ...(rest ? [rest] : []));
}

/** The text behind an offset of the source; undefined if there is none. */
function textBehind(offset: number, text: Text, file: VFile): Text | undefined {
  const source = sourceText(text, file);
  let index = 0;
  while (index < text.value.length && (source.positionOf(index, index)?.start.offset ?? offset) < offset) index++;
  return index < text.value.length ? source.slice(index) : undefined;
}
