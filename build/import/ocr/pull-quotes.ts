import type { Nodes, Paragraph, RootContent } from 'mdast';
import { type Doubt, firstWords, type Look } from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import type { RecognizedBlock } from './notes.ts';
import { placeOf } from './place.ts';

/**
 * Finds pull quotes: a block that stands out, by bold italics, italics, as a heading or between rules, and repeats
 * words of the text. What is bold and italic and repeats nothing is left to its form.
 */
export function findPullQuotes(
  blocks: readonly RecognizedBlock[],
  decided: (words: string) => string | undefined,
): Doubt[] {
  const doubts: Doubt[] = [];
  const texts = blocks.map(({ node, kind }) => (kind === 'text' ? squash(textOfTree(node)) : ''));
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'text' || !isWords(block.node)) continue;
    const words = texts[at] as string;
    const isFenced = blocks[at - 1]?.kind === 'rule' && blocks[at + 1]?.kind === 'rule';
    const style = emphasisOf(block.node);
    const isRagged = block.node.data?.look?.lines !== undefined;
    if (!(isFenced || isRagged || style) || words.split(' ').length < 5 || words.length > 400) continue;
    const isRepeated = texts.some((text, i) => i !== at && text.length > words.length && text.includes(words));
    const isLikely = isRepeated || (isFenced && style === 'bold italics');
    if (!isLikely) continue;
    const name = firstWords(textOfTree(block.node));
    const choice = decided(name) ?? 'pull quote';
    doubts.push({
      rule: 'import-pull-quote',
      confidence: isRepeated ? 0.98 : 0.6,
      at: placeOf(block.node),
      words: name,
      found: isRepeated
        ? 'Words that stand out and are in the text, too'
        : 'Words that stand out between rules and are not in the text',
      made: choice,
      instead: ['paragraph', 'heading'].filter((one) => one !== choice),
      ...(isRepeated ? {} : { level: 'warning' as const }),
      node: block.node,
    });
    if (choice !== 'pull quote') continue;
    block.kind = 'pull';
    block.node = {
      type: 'containerDirective',
      name: 'pullquote',
      attributes: {},
      children: [{ type: 'paragraph', children: [{ type: 'text', value: oneLine(textOfTree(block.node)) }] }],
      ...(block.node.position ? { position: block.node.position } : {}),
    } as RootContent;
    const last = doubts.at(-1);
    if (last) last.node = block.node;
  }
  return doubts;
}

function isWords(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' || node.type === 'heading';
}

/** The emphasis that a whole block has. */
export function emphasisOf(node: Nodes): 'bold italics' | 'bold' | 'italics' | 'heading' | undefined {
  if (node.type === 'heading') return 'heading';
  if (node.type !== 'paragraph') return undefined;
  const isBold = isWhole(node.children, 'strong');
  const isItalic = isWhole(node.children, 'emphasis');
  if (isBold && isItalic) return 'bold italics';
  return isBold ? 'bold' : isItalic ? 'italics' : undefined;
}

/** The emphasis that a whole block has, as its look. */
export function emphasisLook(node: Nodes): Pick<Look, 'bold' | 'italic'> {
  const style = emphasisOf(node);
  return {
    ...(style === 'bold' || style === 'bold italics' ? { bold: true } : {}),
    ...(style === 'italics' || style === 'bold italics' ? { italic: true } : {}),
  };
}

/** True if all words of nodes are of a style. */
function isWhole(nodes: readonly Nodes[], type: 'strong' | 'emphasis'): boolean {
  const filled = nodes.filter((node) => textOfTree(node).replace(/[^\p{L}\p{N}]/gu, '') !== '');
  return (
    filled.length > 0 &&
    filled.every((node) => node.type === type || ('children' in node && isWhole(node.children as Nodes[], type)))
  );
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function squash(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
