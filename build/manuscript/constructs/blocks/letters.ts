import type { BlockContent, DefinitionContent, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import { attributesOf } from '../../tree.ts';

type Block = BlockContent | DefinitionContent;

/** A part of a letter beside its text. */
type LetterPart = 'dateline' | 'salutation' | 'closing' | 'signature';

/** True for the name of a block that is a part of a letter: `:::dateline`, `:::signature` … */
export function isLetterPart(name: string): name is LetterPart {
  return /^(?:dateline|salutation|closing|signature)$/.test(name);
}

/**
 * Marks the parts of a letter. They are blocks of their own, `:::dateline`, or else known by their places: above the
 * text, short paragraphs up to the first that ends as a salutation does; below it, short ones of which the last is the
 * signature. A postscript may follow.
 */
export function markLetter(blocks: readonly Block[]): Block[] {
  if (blocks.some((block) => block.type === 'containerDirective' && isLetterPart(block.name))) return [...blocks];
  const parts = partsByPlace(blocks);
  return blocks.map((block, i) => {
    const part = parts.get(i);
    return part ? withPart(block, part) : block;
  });
}

/** The paragraphs of `:::dateline` and the like, each marked as that part; the block’s attributes go to the first. */
export function paragraphsOfPart({ name, children, data }: ContainerDirective): Block[] {
  return children.map((block, i) => {
    const attributes = { ...(i === 0 ? data?.attributes : {}), ...attributesOf(block) };
    const marked = withPart(block, name as LetterPart);
    return Object.keys(attributes).length > 0 ? { ...marked, data: { ...marked.data, attributes } } : marked;
  });
}

function withPart(block: Block, part: LetterPart): Block {
  return { ...block, data: { ...block.data, hProperties: { className: [part] } } } as Block;
}

/** The parts of a letter, by the indexes of their blocks. */
function partsByPlace(blocks: readonly Block[]): Map<number, LetterPart> {
  const parts = new Map<number, LetterPart>();
  let end = blocks.length;
  while (end > 1 && (isPostscript(blocks[end - 1]) || blocks[end - 1]?.type === ('source' as string))) end--;
  let head = 0;
  while (head < end && head < mostParts && isShort(blocks[head])) head++;
  // Right above a signature it would be a closing.
  const salutation = blocks.slice(0, Math.min(head, end - 2)).findIndex((block) => /[,!:]$/.test(wordsOf(block)));
  // Without a salutation, only a date is surely no text.
  const above = salutation >= 0 ? salutation : blocks.slice(0, head).findLastIndex(isDate) + 1;
  for (let i = 0; i < above; i++) parts.set(i, 'dateline');
  if (salutation >= 0) parts.set(salutation, 'salutation');
  const text = salutation >= 0 ? salutation + 1 : above;
  const isSigned = end - 1 > text && isShort(blocks[end - 1]) && !/[.?!…;:,]$/.test(wordsOf(blocks[end - 1]));
  if (!isSigned) return parts;
  parts.set(end - 1, 'signature');
  for (let i = end - 2; i > text && i >= end - mostParts && isShort(blocks[i]) && /[,!]$/.test(wordsOf(blocks[i])); i--)
    parts.set(i, 'closing');
  return parts;
}

/** The most paragraphs above or below the text of a letter that may be parts of it. */
const mostParts = 4;

function isShort(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && wordsOf(block).length <= 80;
}

function isDate(block: Block): boolean {
  const words = wordsOf(block);
  return /\d/.test(words) && !/[?!…]$/.test(words) && !/\p{Ll}{5,}\.$/u.test(words);
}

function isPostscript(block: Block | undefined): boolean {
  return /^(?:P\.?\s?(?:P\.?\s?)?S\b|П\.?\s?С\.|Post\s?scriptum|Постскриптум)/i.test(wordsOf(block));
}

function wordsOf(block: Block | undefined): string {
  return block?.type === 'paragraph' ? textOf(block as Paragraph).trim() : '';
}
