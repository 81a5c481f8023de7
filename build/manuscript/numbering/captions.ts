import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type Notice, reportKinds } from '../../diagnostics/report.ts';
import { withNumber } from '../../text/number-label.ts';
import { SKIP, visit } from '../../text/visit.ts';
import type { Terms } from '../../theme/terms.ts';
import { takeLabel } from '../constructs/captions/label.ts';
import { attributesOf, type Caption, type Captioned } from '../tree.ts';
import { numberTheorems } from './theorems.ts';

/**
 * Numbers the displayed formulas that have an id, and the figures and tables that have captions, and puts “Figure 1”
 * before the caption, in the article’s language. It replaces a label that the author wrote, and reports one with
 * another number.
 */
export function numberCaptions(terms: Terms) {
  return (tree: Root, file: VFile): void => {
    const numbers = { figure: 0, table: 0, listing: 0 };
    const notices: Notice[] = [];
    visit(tree, 'captioned', (node) => {
      const parts = node.children.filter((child) => child.type === 'captioned');
      const caption = captionOf(node, parts.length > 0);
      if (!caption) return undefined;
      const { kind } = node;
      const number = ++numbers[kind];
      const word = terms[kind] ?? '';
      const label = withNumber(word, number);
      const written = kind === 'listing' ? undefined : takeLabel(caption.children, true);
      if (kind !== 'listing' && written && written.children.length > 0) {
        caption.children = written.children;
        if (written.number !== String(number))
          notices.push({
            kind: kind === 'figure' ? 'figure' : 'table',
            rule: 'caption-number',
            at: caption.position ?? node.position,
            found: `A caption with the number ${written.number} of its own is set as ${label}`,
            expected: 'captions without “Figure” or “Table” and a number, which are put before them',
            fix: `Remove it, give the ${kind === 'figure' ? 'figure' : 'table'} an id, {#${kind === 'figure' ? 'fig' : 'tbl'}-x}, and refer to it as [${withNumber(word, '?').replace('\u00a0', ' ')}](#${kind === 'figure' ? 'fig' : 'tbl'}-x).`,
          });
      }
      node.data = { ...node.data, number };
      caption.data = { ...caption.data, captionLabel: label };
      for (const [i, part] of parts.entries()) letter(part, number, i);
      return parts.length > 0 ? SKIP : undefined;
    });
    let formulas = 0;
    visit(tree, 'displayedFormula', (node) => {
      if (attributesOf(node).id && node.tag === undefined) node.data = { ...node.data, number: ++formulas };
    });
    numberTheorems(tree, terms);
    reportKinds(file, notices);
  };
}

/** The caption of a figure, a table or a listing; of a figure with sub-figures one is made that has only its label. */
function captionOf(node: Captioned, isMade: boolean): Caption | undefined {
  const found = node.children.find((child): child is Caption => child.type === 'caption');
  if (found || !isMade) return found;
  const made: Caption = { type: 'caption', children: [] };
  const last = node.children.findLastIndex(({ type }) => type === 'image' || type === 'captioned');
  node.children.splice(last + 1, 0, made as never);
  return made;
}

/** Gives a sub-figure its letter, `(a)`, in place of one that its author wrote; references name it by both, 1a. */
function letter(part: Captioned, number: number, index: number): void {
  const sign = String.fromCharCode(97 + (index % 26));
  const caption = captionOf(part, true) as Caption;
  const [first] = caption.children;
  if (first?.type === 'text') first.value = first.value.replace(new RegExp(`^\\(?${sign}\\)\\s*`), '');
  part.data = { ...part.data, number: `${number}${sign}` };
  caption.data = { ...caption.data, captionLabel: `(${sign})` };
}
