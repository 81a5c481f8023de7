import type { Blockquote, Paragraph, RootContent } from 'mdast';
import { type Doubt, firstWords } from '../imported.ts';
import { captionHead, captionKind } from './caption-head.ts';
import { commonestLook } from './commonest-look.ts';
import type { FormContext } from './context.ts';
import { lineOfBlock } from './line-of.ts';
import { takeFor } from './take-for.ts';

/** Points: what an indent is at least. */
const minIndent = 15;

/** Signs: what a quotation has at least that is indented on both sides. */
const minWords = 25;

/** The look of the text around, and what stands before a paragraph. */
interface Around {
  left: number;
  right: number;
  /** Points; undefined if the file does not say. */
  size: number | undefined;
  italicShare: number;
  before: RootContent | undefined;
  /** True if a quotation stands there that was made of paragraphs. */
  goesOn: boolean;
}

/**
 * Makes block quotations of paragraphs whose style is one, that are indented on a side, or that stand in quotation
 * marks or smaller type behind a colon. None of them is a list, an entry of a bibliography, or has a hanging indent.
 */
export function makeQuotations(context: FormContext): void {
  const { imported, words } = context;
  const { tree } = imported;
  const body = lookOfText(tree.children);
  const out: RootContent[] = [];
  let inReferences = false;
  for (const [i, node] of tree.children.entries()) {
    if (node.type === 'heading') inReferences = words.has('references', lineOfBlock(node));
    const before = tree.children[i - 1];
    const caption = captionHead(lineOfBlock(node));
    const isOther = inReferences || context.titlePage.includes(node) || (caption && captionKind(caption, words));
    const last = out.at(-1);
    const open = last?.type === 'blockquote' && last.data?.look ? last : undefined;
    const around = { ...body, before, goesOn: open !== undefined };
    const found = node.type === 'paragraph' && !isOther ? quotationBy(node, around) : undefined;
    if (!found || node.type !== 'paragraph') {
      out.push(node);
      continue;
    }
    const name = firstWords(lineOfBlock(node));
    const about: Doubt = {
      rule: 'import-quotation',
      confidence: found.confidence,
      at: node.data?.from ?? { words: name },
      words: name,
      found: found.why,
      node,
    };
    const doubt = found.confidence === 1 ? undefined : takeFor(context, about, ['quotation', 'paragraph']);
    if (doubt && doubt.made !== 'quotation') {
      out.push(node);
      continue;
    }
    if (open) open.children.push(node);
    else
      out.push({
        type: 'blockquote',
        children: [node],
        data: { look: {}, ...(node.data?.from ? { from: node.data.from } : {}) },
      });
    if (doubt) doubt.node = out.at(-1) as Blockquote;
  }
  tree.children = out;
}

/** Why a paragraph is a quotation, and how surely; undefined if it is none. */
function quotationBy(node: Paragraph, around: Around): { why: string; confidence: number } | undefined {
  const look = node.data?.look ?? {};
  const { style = '', left = 0, right = 0, firstLine = 0, align, label, isTyped, bold, size } = look;
  if (/^(?:block ?text|(?:intense )?quote|(?:block )?quotations?|zitat|цитата|citation|extract)$/i.test(style))
    return { why: 'A paragraph in a style of quotations', confidence: 1 };
  const text = lineOfBlock(node);
  if (label !== undefined || isTyped || firstLine < 0 || isListed(text) || isLegend(text)) return undefined;
  const isBehindColon = around.before?.type === 'paragraph' && /:$/.test(lineOfBlock(around.before));
  const isSmaller = size !== undefined && around.size !== undefined && size <= around.size - 0.5;
  const isItalic = look.italic === true && around.italicShare < 0.3;
  const isMarked = inMarks(text);
  const isSupported = isBehindColon || isSmaller || isItalic || isMarked;
  const [byLeft, byRight] = [left - around.left >= minIndent, right - around.right >= minIndent];
  // Indented on both sides, it may be short, bold or in the middle: a saying, or a style of its own.
  if (byLeft && byRight) {
    if (text.length <= (align === 'center' || bold ? 60 : minWords)) return undefined;
    return { why: 'An indented paragraph', confidence: isSupported ? 0.9 : 0.75 };
  }
  if (align === 'center' || bold || text.length <= 60) return undefined;
  const isWhole = /^["“«„‘'‚([…\p{Lu}\p{Lo}\d]/u.test(text) || isBehindColon || around.goesOn;
  if (byLeft || byRight) {
    if (align === 'right' && text.length <= 120) return undefined;
    // Text that a program took out of pages has lines of any width, and what follows an item is indented as it is.
    const isTerm = /^\p{L}{1,24}\s[–—]\s/u.test(text);
    if (!isSupported && (!byLeft || !isWhole || isTerm || around.before?.type === 'list')) return undefined;
    return { why: 'An indented paragraph', confidence: isSupported ? 0.85 : 0.7 };
  }
  if (isMarked && (isBehindColon || isItalic || isSmaller))
    return { why: 'A paragraph in quotation marks that stands out', confidence: 0.75 };
  if (isBehindColon && isSmaller && text.length > 100 && isProse(text))
    return { why: 'A paragraph in smaller type behind a colon', confidence: 0.7 };
  return undefined;
}

/** True for an item of a list that is typed. */
function isListed(text: string): boolean {
  return /^(?:[•·–—-]|\d+(?:\.\d+)*\s?[-–—.)]|\d+(?:\.\d+)+\s|\p{L}\)\s)/u.test(text);
}

/** True for what says the meaning of a sign in a formula: `k – the number of carts;`. */
function isLegend(text: string): boolean {
  return (
    /^\S{1,8}(?:\s\S{1,3})?\s[–—=-]\s/u.test(text) ||
    /^(?:where|де|где|wo|où|donde|gdzie)\s\S{1,8}\s[–—=-]\s/iu.test(text)
  );
}

/** True for a text that stands in quotation marks from its beginning to its end; its source may stand behind them. */
function inMarks(text: string): boolean {
  const closing = { '“': '”', '"': '"', '«': '»', '„': '“”"', '‘': '’', '‚': '‘', '”': '”', '»': '«' }[
    text[0] as string
  ];
  if (closing === undefined) return false;
  const at = Math.max(...[...closing].map((mark) => text.lastIndexOf(mark)));
  const behind = text.slice(at + 1).trim();
  return at > 60 && (behind.length <= 3 || /^[.,;]?\s*[([].{1,80}[)\]]\.?$|^[—–-].{1,80}$/u.test(behind));
}

function isProse(text: string): boolean {
  return /^["“«„‘([…\p{Lu}\p{Lo}]/u.test(text) && /[.!?…"”»“’)\]]$/u.test(text) && !/[{}=<>]/.test(text);
}

function lookOfText(blocks: readonly RootContent[]): Omit<Around, 'before' | 'goesOn'> {
  const common = (side: 'left' | 'right'): number => commonestLook(blocks, (look) => look[side] ?? 0) ?? 0;
  const paragraphs = blocks.filter((node) => node.type === 'paragraph');
  const length = (nodes: readonly RootContent[]): number =>
    nodes.reduce((sum, node) => sum + lineOfBlock(node).length, 0);
  return {
    left: common('left'),
    right: common('right'),
    size: commonestLook(blocks, ({ size }) => size),
    italicShare: length(paragraphs.filter((node) => node.data?.look?.italic)) / Math.max(1, length(paragraphs)),
  };
}
