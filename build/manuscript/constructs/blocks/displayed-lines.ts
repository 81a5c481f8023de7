import type { Nodes, Paragraph, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import { isTheorem } from '../../mend/theorem-names.ts';
import { withHtmlClasses } from '../html-element.ts';

/**
 * A node in whose sentences lines that stand alone are displayed: a short paragraph in the midst of a sentence, which
 * is a formula or has the rest of the sentence, in lower case, below it. Neighbours are displayed together. What goes
 * on in lower case below an open sentence is marked, because a new paragraph it is not. The node itself is not changed.
 */
export function withDisplayedLines<T extends Nodes>(node: T): T {
  const name = node.type === 'containerDirective' ? node.name : node.type;
  if (!('children' in node) || !(parents.test(name) || isTheorem(name))) return node;
  const blocks = (node.children as RootContent[]).map((child) => withDisplayedLines(child));
  const made: RootContent[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as RootContent;
    if (block.type !== 'paragraph') {
      made.push(block);
      continue;
    }
    if (blocks[i - 1]?.type === 'displayedFormula' && (block.data?.isResumed || isContinued(block))) {
      made.push(withHtmlClasses(block, ['resumed']));
      continue;
    }
    const lines = isOpen(blocks[i - 1]) ? linesFrom(blocks, i) : [];
    if (lines.length > 0) {
      made.push(displayOf(lines));
      i += lines.length - 1;
    } else made.push(isOpen(blocks[i - 1]) && isContinued(block) ? withHtmlClasses(block, ['resumed']) : block);
  }
  return { ...node, children: made };
}

const parents = /^(?:root|list|box|quotation|listItem|blockquote|footnoteDefinition)$/;

/** The lines to display from a paragraph on, right below an open sentence. */
function linesFrom(blocks: readonly RootContent[], from: number): Paragraph[] {
  const lines: Paragraph[] = [];
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i] as RootContent;
    if (block.type !== 'paragraph' || !isShort(block)) break;
    const isMidst = isPhrase(block) && isContinued(blocks[i + 1]) && !isContinued(block);
    if (!isFormula(block) && !isMidst) break;
    lines.push(block);
  }
  return lines;
}

function displayOf(lines: readonly Paragraph[]): ContainerDirective {
  const [first, last] = [lines[0]?.position, lines.at(-1)?.position];
  const position = first && last ? { position: { start: first.start, end: last.end } } : {};
  return { type: 'containerDirective', name: 'display', children: [...lines], ...position };
}

/** True for a paragraph of some words without the end of its last sentence. */
function isOpen(block: RootContent | undefined): boolean {
  if (block?.type !== 'paragraph') return false;
  const words = wordsOf(block);
  return /(?:\p{L}\S*\s+){2}|:$/u.test(words) && !/[.?!…]["'“”»«’)\]]*$/.test(words) && !/\S*:\/\/\S*$/.test(words);
}

/** True for part of one sentence. */
function isPhrase(paragraph: Paragraph): boolean {
  return isOpen(paragraph) && !/[.?!…]["'“”»«’)\]]*\s+\p{Lu}/u.test(wordsOf(paragraph));
}

function isContinued(block: RootContent | undefined): boolean {
  return block?.type === 'paragraph' && /^["'“„«(]?\p{Ll}/u.test(wordsOf(block));
}

function isShort(paragraph: Paragraph): boolean {
  const words = wordsOf(paragraph);
  return (
    words.length <= 70 && !/\n/.test(words) && paragraph.children.every(({ type }) => !/^(?:image|break)$/.test(type))
  );
}

/** True for a line with a sign of equality or the like, and hardly any words. */
function isFormula(paragraph: Paragraph): boolean {
  const words = wordsOf(paragraph);
  if (!/(?:^|[^=<>!:-])(?:[=≈≠≤≥≡∝→<>]|:=|-->)(?=[^=]|$)/.test(words) || /https?:/.test(words)) return false;
  return (words.match(/\p{L}{4,}/gu) ?? []).length <= 3;
}

function wordsOf(paragraph: Paragraph): string {
  const text = { ...paragraph, children: paragraph.children.filter(({ type }) => type !== 'footnoteReference') };
  return textOf(text).trim();
}
