import type { VFile } from 'vfile';
import type { Element, Root } from 'xast';
import { report } from '../../diagnostics/report.ts';
import type { PaintedPiece } from './painted-texts.ts';
import { paintedLettersOf } from './same-words.ts';

/** Elements whose text is in their children. */
const containers = /^(section|div|svg|g|a|header|footer|ul|ol)$/;

/**
 * Proves that a cover’s sheet has every word of the document that it is printed from, each block whole and once, and no
 * other words. A spine that is too narrow has none. `name` is that of the sheet, or of a page, in messages. Reports on
 * `file`, which represents the PDF. Returns true if it has.
 */
export function proveCoverWords(
  file: VFile,
  pieces: readonly PaintedPiece[],
  document: Root,
  name = 'The cover’s sheet',
): boolean {
  const blocks = blocksOf(document);
  let left = paintedLettersOf(pieces);
  const inOrder = (all: Block[]) => all.map(({ text }) => paintedLettersOf([pieceOf(text)])).join('');
  if ([blocks, blocks.filter(({ spine }) => !spine)].some((all) => inOrder(all) === left)) return true;
  // A style may place blocks in another order. The longest come first, because a short one may be part of a longer.
  for (const { text, spine } of blocks.sort((a, b) => b.text.length - a.text.length)) {
    const letters = paintedLettersOf([pieceOf(text)]);
    const at = left.indexOf(letters);
    if (at >= 0) left = `${left.slice(0, at)}\n${left.slice(at + letters.length)}`;
    else if (!spine) {
      report(file, 'pdf-words', {
        found: `${name} lacks words, or has them in pieces or in another order`,
        expected: `“${text.replace(/\s+/g, ' ').trim()}”`,
      });
      return false;
    }
  }
  const more = left.replaceAll('\n', ' ').trim();
  if (more !== '')
    report(file, 'pdf-words', {
      found: `${name} has words that are not in the manuscripts: “${more.slice(0, 60)}”`,
      expected: 'those of journal.yaml and issue.yaml, and of templates/print/cover-sheet.ejs or back-cover.ejs',
    });
  return more === '';
}

interface Block {
  text: string;
  spine: boolean;
}

function blocksOf(document: Root): Block[] {
  const blocks: Block[] = [];
  const visit = (element: Element, spine: boolean): void => {
    if (/^(head|title|desc|style|defs|metadata)$/.test(element.name)) return;
    const inSpine = spine || /(^|\s)cover-spine(\s|$)/.test(element.attributes.class ?? '');
    if (containers.test(element.name) || element.name === 'html' || element.name === 'body') {
      for (const child of element.children) if (child.type === 'element') visit(child, inSpine);
      return;
    }
    const text = textOf(element);
    if (text.trim()) blocks.push({ text, spine: inSpine });
  };
  for (const child of document.children) if (child.type === 'element') visit(child, false);
  return blocks;
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

function pieceOf(text: string): PaintedPiece {
  const nowhere = { page: 1, x: 0, y: 0, size: 0 };
  return { text, from: nowhere, to: nowhere };
}
