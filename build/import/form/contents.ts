import type { RootContent } from 'mdast';
import type { FormContext } from './context.ts';
import { lineOfBlock } from './line-of.ts';
import { placeOfBlock } from './opening-blocks.ts';

/**
 * Leaves out a contents list that is typed, below its heading, and the heading of one that a program made: the list is
 * left out by the readers.
 */
export function leaveContents({ imported: { tree, words: source }, words }: FormContext): void {
  for (const node of [...tree.children]) {
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    const text = lineOfBlock(node);
    if (!words.is('contents', text) && !(text.length <= 40 && words.has('contents', text))) continue;
    const at = tree.children.indexOf(node);
    const lines: RootContent[] = [];
    for (const below of tree.children.slice(at + 1)) {
      if (below.type !== 'heading' && !isContentsLine(below)) break;
      if (below.type === 'heading' && !endsInPage(lineOfBlock(below))) break;
      lines.push(below);
    }
    const next = tree.children[at + 1];
    const isMade =
      words.is('contents', text) &&
      (next === undefined || next.type === 'heading' || next.data?.look?.pageBreakBefore === true);
    const isLeftOut = source.changes.some(
      ({ why, at: { paragraph = 0, part } }) =>
        /^contents list/.test(why) &&
        part === undefined &&
        Math.abs(paragraph - (node.data?.from?.paragraph ?? -9)) <= 2,
    );
    const gone = lines.length >= 3 ? [node, ...lines] : isMade || isLeftOut ? [node] : [];
    for (const one of gone)
      source.changes.push({
        from: lineOfBlock(one),
        to: '',
        at: placeOfBlock(one),
        why: one === node ? 'heading of a contents list, which is made again' : 'contents list, which is made again',
      });
    tree.children = tree.children.filter((one) => !gone.includes(one));
  }
}

function isContentsLine(node: RootContent): boolean {
  if (node.type === 'list') return node.children.every((item) => endsInPage(lineOfBlock(item)));
  return node.type === 'paragraph' && endsInPage(lineOfBlock(node));
}

/** True for a short line that ends in the number of a page. */
export function endsInPage(text: string): boolean {
  return text.length <= 200 && /\p{L}.*[\s.…]\s*(?:\d{1,4}|[ivxlc]{1,6})$/u.test(text);
}
