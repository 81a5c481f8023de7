import type { PhrasingContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import type { SourceText } from '../../../text/source-text.ts';
import { type Attributes, readAttributes } from '../attributes/read.ts';

/** Attributes behind words, and where they end. */
export interface AttributesBehind {
  attributes: Attributes;
  /** The index in the text behind them; undefined if they end in a later node. */
  end: number | undefined;
  /** The offset in the source behind them, where that is a later node. */
  endOffset?: number;
}

/**
 * Reads the attributes at an index of a text. Those of a mark for an index are read from the source, because an entry
 * is Markdown itself, `entry="*Hamlet*"`, which was read as such before; `later` are the nodes behind the text.
 */
export function attributesBehind(
  node: Text,
  source: SourceText,
  index: number,
  later: readonly PhrasingContent[],
  file: VFile,
): AttributesBehind | undefined {
  const { value } = node;
  if (value[index] !== '{' || source.isEscaped(index)) return undefined;
  const plain = readAttributes(value.slice(index));
  const usual = plain && { attributes: plain, end: index + plain.length };
  const start = source.positionOf(index, index + 1)?.start.offset;
  const written = start === undefined ? '' : String(file).slice(start, start + mostLetters);
  if (start === undefined || !/^\{[^{}]{0,400}?\.index(?:-name)?[\s}]/.test(written)) return usual;
  const attributes = readAttributes(written);
  if (!attributes) return usual;
  const endOffset = start + attributes.length;
  for (let end = index; end <= value.length; end++) {
    const at = source.positionOf(end, end)?.start.offset;
    if (at !== undefined && at >= endOffset) return { attributes, end };
  }
  const isCut = later.some(({ type, position }) => {
    const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    return type !== 'text' && from < endOffset && to > endOffset;
  });
  return isCut ? usual : { attributes, end: undefined, endOffset };
}

/** Longer attributes are read as far as the text has them. */
const mostLetters = 2000;

/** The part of a node that begins at an offset or behind it; undefined where it ends before. */
export function behindOffset(
  node: PhrasingContent,
  offset: number,
  sourceOf: (text: Text) => SourceText,
): PhrasingContent | undefined {
  const { position } = node;
  if ((position?.end.offset ?? 0) <= offset) return undefined;
  if (node.type !== 'text' || (position?.start.offset ?? 0) >= offset) return node;
  const source = sourceOf(node);
  for (let index = 0; index < node.value.length; index++)
    if ((source.positionOf(index, index)?.start.offset ?? 0) >= offset) return source.slice(index);
  return undefined;
}
