import type { Blockquote, Paragraph, RootContent } from 'mdast';
import { type Doubt, firstWords } from '../imported.ts';
import { commonestLook } from './commonest-look.ts';
import type { FormContext } from './context.ts';
import { lineOfBlock } from './line-of.ts';
import { takeFor } from './take-for.ts';

/** Points: what an indent is at least. */
const minIndent = 15;

/** Signs: what a quotation has at least that is indented on both sides. */
const minWords = 25;

/**
 * Makes block quotations of paragraphs whose style is one, or that are indented on a side: long ones that are not a
 * list, have no hanging indent and do not stand in the middle.
 */
export function makeQuotations(context: FormContext): void {
  const { imported } = context;
  const { tree } = imported;
  const body = bodyIndents(tree.children);
  const out: RootContent[] = [];
  for (const node of tree.children) {
    const found = node.type === 'paragraph' ? isQuotation(node, body) : undefined;
    if (!found || node.type !== 'paragraph') {
      out.push(node);
      continue;
    }
    const words = firstWords(lineOfBlock(node));
    const about: Doubt = {
      rule: 'import-quotation',
      confidence: 0.75,
      at: node.data?.from ?? { words },
      words,
      found: 'An indented paragraph',
      node,
    };
    const doubt = found.isSure ? undefined : takeFor(context, about, ['quotation', 'paragraph']);
    if (doubt && doubt.made !== 'quotation') {
      out.push(node);
      continue;
    }
    const before = out.at(-1);
    if (before?.type === 'blockquote' && before.data?.look) before.children.push(node);
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

function isQuotation(node: Paragraph, body: { left: number; right: number }): { isSure: boolean } | undefined {
  const { style = '', left = 0, right = 0, firstLine = 0, align, label, isTyped, bold } = node.data?.look ?? {};
  if (/^(?:block ?text|(?:intense )?quote|(?:block )?quotations?|zitat|цитата|citation|extract)$/i.test(style))
    return { isSure: true };
  const text = lineOfBlock(node);
  const [byLeft, byRight] = [left - body.left >= minIndent, right - body.right >= minIndent];
  if (!(byLeft || byRight) || label !== undefined || isTyped || firstLine < 0) return undefined;
  if (/^(?:[•·–—-]|\d+[.)]|\p{L}\))\s/u.test(text)) return undefined;
  // Indented on both sides, it may be short, bold or in the middle: a saying, or a style of its own.
  if (byLeft && byRight)
    return text.length > (align === 'center' || bold ? 60 : minWords) ? { isSure: false } : undefined;
  if (align === 'center' || bold || text.length <= 60 || (align === 'right' && text.length <= 120)) return undefined;
  return { isSure: false };
}

/** The indents of the text: those of most of its words. */
function bodyIndents(blocks: readonly RootContent[]): { left: number; right: number } {
  const common = (side: 'left' | 'right'): number => commonestLook(blocks, (look) => look[side] ?? 0) ?? 0;
  return { left: common('left'), right: common('right') };
}
