import type { Paragraph, Parents, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import { tableCaptionOpening } from '../captions/label.ts';
import { applyAttributes } from './apply.ts';
import { type Attributes, readAttributes } from './read.ts';

/**
 * Reads the attributes of a block, `{lang=de}` or kramdown’s `{: lang=de}`: in a line directly below the block or after
 * its last word. For a quotation or a list, a line without its marks belongs to the whole block. Attributes in a
 * paragraph of their own belong to the block above.
 */
export function readBlockAttributes(tree: Root, file: VFile): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const blocks = (node as Parents).children as RootContent[];
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as RootContent;
      const before = blocks[i - 1];
      if (block.type === 'table') {
        takeRow(block, file);
        continue;
      }
      if (!/^(?:paragraph|blockquote|list)$/.test(block.type)) continue;
      const held = lastParagraph(block);
      if (!held) continue;
      const whole = block === held.paragraph ? wholeAttributes(held.paragraph, file) : undefined;
      if (whole && before && before.type !== 'definition' && before.type !== 'footnoteDefinition') {
        applyAttributes(before as never, whole, file, held.paragraph);
        blocks.splice(i--, 1);
        continue;
      }
      // A paragraph in a list or quotation is looked at again among its own neighbours.
      const mayHaveTable = block !== held.paragraph || before?.type === 'table' || blocks[i + 1]?.type === 'table';
      if (isCaption(held.paragraph, mayHaveTable)) continue;
      const taken = takeLast(held.paragraph, file);
      if (!taken) continue;
      const [image, ...others] = held.paragraph.children;
      if (image?.type === 'image' && others.length === 0) {
        applyAttributes(image, taken.attributes, file, taken.at);
        continue;
      }
      // A line without the marks of the quotation or the indent of the item belongs to the whole block.
      applyAttributes((taken.isOutside ? block : held.paragraph) as never, taken.attributes, file, taken.at);
    }
  });
}

/**
 * True if the attributes after a paragraph are those of a table: it opens as a caption and stands beside one, or has an
 * id, and is then reported as a caption without a table.
 */
function isCaption(paragraph: Paragraph, mayHaveTable: boolean): boolean {
  const words = textOf(paragraph);
  return tableCaptionOpening.test(words) && (mayHaveTable || /\{[^{}]*#[^{}]*\}\s*$/.test(words));
}

function lastParagraph(block: RootContent): { paragraph: Paragraph } | undefined {
  if (block.type === 'paragraph') return { paragraph: block };
  if (!('children' in block)) return undefined;
  const last = block.children.at(-1) as RootContent | undefined;
  return last && /^(?:paragraph|blockquote|list|listItem)$/.test(last.type) ? lastParagraph(last) : undefined;
}

/** The attributes of a paragraph that consists of nothing else. */
function wholeAttributes({ children }: Paragraph, file: VFile): Attributes | undefined {
  const [text, ...others] = children;
  if (text?.type !== 'text' || others.length > 0 || sourceText(text, file).isEscaped(0)) return undefined;
  const attributes = read(text.value);
  return attributes && text.value.slice(attributes.length).trim() === '' ? attributes : undefined;
}

interface Taken {
  attributes: Attributes;
  at: Position | undefined;
  /** Whether their line begins at the margin, without marks or indent. */
  isOutside: boolean;
}

/** Takes attributes off the end of a paragraph, from a line of their own or after a space. */
function takeLast(paragraph: Paragraph, file: VFile): Taken | undefined {
  const last = paragraph.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const from = last.value.lastIndexOf('{');
  if (from < 1 && !(from === 0 && paragraph.children.at(-2)?.type === 'break')) return undefined;
  if (from > 0 && !/\s/.test(last.value[from - 1] ?? '')) return undefined;
  const attributes = read(last.value.slice(from));
  if (!attributes || last.value.slice(from + attributes.length).trim() !== '') return undefined;
  const source = sourceText(last, file);
  if (source.isEscaped(from)) return undefined;
  const offset = source.positionOf(from, from + 1)?.start.offset;
  const text = String(file);
  const lead = offset === undefined ? undefined : text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const kept = last.value.slice(0, from).trimEnd().length;
  const others = paragraph.children.slice(0, -1) as PhrasingContent[];
  paragraph.children = kept > 0 ? [...others, source.slice(0, kept)] : others;
  if (paragraph.children.at(-1)?.type === 'break') paragraph.children.pop();
  return { attributes, at: source.positionOf(from, from + attributes.length), isOutside: lead === '' };
}

/** Takes attributes directly below a table, which the parser has read as its last row. */
function takeRow(table: Table, file: VFile): void {
  const last = table.children.at(-1);
  const [cell, ...others] = last?.children ?? [];
  if (!cell || others.some((other) => textOf(other) !== '') || table.children.length < 2) return;
  const [first] = cell.children;
  if (first?.type !== 'text' || sourceText(first, file).isEscaped(0)) return;
  const text = textOf(cell);
  const attributes = read(text);
  if (!attributes || text.slice(attributes.length).trim() !== '') return;
  table.children.pop();
  applyAttributes(table, attributes, file, last);
}

function read(text: string): Attributes | undefined {
  const attributes = readAttributes(text.replace(/^\{:\s*/, (mark) => `{${' '.repeat(mark.length - 1)}`));
  return attributes;
}
