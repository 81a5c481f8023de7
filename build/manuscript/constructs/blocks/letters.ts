import type { BlockContent, DefinitionContent, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import { attributesOf } from '../../tree.ts';
import { withHtmlClasses } from '../html-element.ts';

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
    return part ? withHtmlClasses(block, [part]) : block;
  });
}

/** The paragraphs of `:::dateline` and the like, each marked as that part; the block’s attributes go to the first. */
export function paragraphsOfPart({ name, children, data }: ContainerDirective): Block[] {
  return children.map((block, i) => {
    const attributes = { ...(i === 0 ? data?.attributes : {}), ...attributesOf(block) };
    const marked = withHtmlClasses(block, [name]);
    return Object.keys(attributes).length > 0 ? { ...marked, data: { ...marked.data, attributes } } : marked;
  });
}

/** The parts of a letter, by the indexes of their blocks. */
function partsByPlace(blocks: readonly Block[]): Map<number, LetterPart> {
  const parts = new Map<number, LetterPart>();
  const start = (blocks[0]?.type as string) === 'label' ? 1 : 0;
  let end = blocks.length;
  while (end > start + 1 && (isPostscript(blocks[end - 1]) || blocks[end - 1]?.type === ('source' as string))) end--;
  let head = start;
  while (head < end && head < start + mostParts && isShort(blocks[head])) head++;
  // Right above a signature it would be a closing.
  const salutation = blocks
    .slice(0, Math.min(head, end - 2))
    .findIndex((block, i) => i >= start && /[,!:]$/.test(wordsOf(block)));
  // Without a salutation, only a date is surely no text.
  const above =
    salutation >= 0 ? salutation : Math.max(start, blocks.slice(0, head).findLastIndex((block) => isDate(block)) + 1);
  for (let i = start; i < above; i++) parts.set(i, 'dateline');
  if (salutation >= 0) parts.set(salutation, 'salutation');
  const text = salutation >= 0 ? salutation + 1 : above;
  if (end - 1 <= text || !isName(blocks[end - 1])) return parts;
  parts.set(end - 1, 'signature');
  for (let i = end - 2; i > text && i >= end - mostParts && isClosing(blocks[i]); i--) parts.set(i, 'closing');
  return parts;
}

/** The most paragraphs above or below the text of a letter that may be parts of it. */
const mostParts = 4;

function isShort(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && wordsOf(block).length <= 80;
}

/** True for few words without the end of a sentence; the full stop of an initial or a title is none: P., N. N., Dr. */
function isName(block: Block | undefined): boolean {
  const words = wordsOf(block);
  if (!isShort(block) || /\p{Ll}{3,}[.?!…] /u.test(words)) return false;
  return /(?:[^.?!…;:,]|(?<!\p{L})\p{Lu}\p{Ll}?\.)$/u.test(words);
}

/** True for words that lead up to a signature: With all good wishes, · Dein · З повагою. */
function isClosing(block: Block | undefined): boolean {
  const words = wordsOf(block);
  return isShort(block) && (/[,!]$/.test(words) || /^(?:[\p{L}’'-]+ ?){1,5}$/u.test(words));
}

function isDate(block: Block | undefined): boolean {
  const words = wordsOf(block);
  return /\d/.test(words) && !/[?!…]$/.test(words) && !/\p{Ll}{5,}\.$/u.test(words);
}

function isPostscript(block: Block | undefined): boolean {
  return /^(?:P\.?\s?(?:P\.?\s?)?S\b|П\.?\s?С\.|Post\s?scriptum|Постскриптум)/i.test(wordsOf(block));
}

function wordsOf(block: Block | undefined): string {
  return block?.type === 'paragraph' ? textOf(block as Paragraph).trim() : '';
}
