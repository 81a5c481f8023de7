import type { PhrasingContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import { type SourceText, sourceText } from '../../../text/source-text.ts';
import { type Attributes, readAttributes } from '../attributes/read.ts';
import { isIndexMark } from './from-attributes.ts';

/** Attributes behind words, and the text and the index in it behind them. */
export interface AttributesBehind {
  attributes: Attributes;
  end: { node: Text; index: number };
}

/**
 * Reads the attributes at an index of a text. The values of a mark for an index are Markdown, `entry="*Hamlet*"`, which
 * was read as such before, so that they may go on in `later` nodes: they are put together again.
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
  const usual = plain && { attributes: plain, end: { node, index: index + plain.length } };
  if (plain ? !isIndexMark(plain) : later.length === 0) return usual;
  const written = new Written();
  written.addText(node, source, index);
  for (const one of later) if (!written.add(one, file)) break;
  const attributes = readAttributes(written.text);
  const last = attributes && isIndexMark(attributes) ? written.places[attributes.length - 1] : undefined;
  return attributes && last ? { attributes, end: { node: last.node, index: last.index + 1 } } : usual;
}

/** Words as Markdown again, as far as they are short and plain, with the text and index of each character. */
class Written {
  text = '';
  places: ({ node: Text; index: number } | undefined)[] = [];

  addText(node: Text, source: SourceText, from: number): void {
    for (let index = from; index < node.value.length && this.text.length < mostLetters; index++) {
      if (source.isEscaped(index)) this.addSign('\\');
      this.text += node.value[index];
      this.places.push({ node, index });
    }
  }

  /** Adds a node. Returns false for one that no value of a mark has. */
  add(node: PhrasingContent, file: VFile): boolean {
    if (this.text.length >= mostLetters) return false;
    if (node.type === 'text') {
      this.addText(node, sourceText(node, file), 0);
      return true;
    }
    if (node.type === 'formula') {
      this.addSign(`$${node.value}$`);
      return true;
    }
    const sign = signs[node.type];
    if (sign === undefined || !('children' in node)) return false;
    this.addSign(sign);
    for (const child of node.children) if (!this.add(child, file)) return false;
    this.addSign(sign);
    return true;
  }

  private addSign(sign: string): void {
    this.text += sign;
    for (const _ of sign.split('')) this.places.push(undefined);
  }
}

const signs: Partial<Record<PhrasingContent['type'], string>> = {
  emphasis: '*',
  strong: '**',
  superscript: '^',
  subscript: '~',
};

/** Longer attributes are none of a mark. */
const mostLetters = 2000;
