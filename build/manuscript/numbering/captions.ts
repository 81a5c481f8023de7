import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type Notice, reportKinds } from '../../diagnostics/report.ts';
import { withNumber } from '../../text/number-label.ts';
import { visit } from '../../text/visit.ts';
import type { Terms } from '../../theme/terms.ts';
import { takeLabel } from '../constructs/captions/label.ts';
import { attributesOf, type Caption } from '../tree.ts';
import { numberTheorems } from './theorems.ts';

/**
 * Numbers the displayed formulas that have an id, and the figures and tables that have captions, and puts “Figure 1”
 * before the caption, in the article’s language. It replaces a label that the author wrote, and reports one with
 * another number.
 */
export function numberCaptions(terms: Terms) {
  return (tree: Root, file: VFile): void => {
    const numbers = { figure: 0, table: 0 };
    const notices: Notice[] = [];
    visit(tree, 'captioned', (node) => {
      const caption = node.children.find((child): child is Caption => child.type === 'caption');
      if (!caption) return;
      const number = ++numbers[node.kind];
      const word = terms[node.kind] ?? node.kind;
      const label = withNumber(word, number);
      const written = takeLabel(caption.children, true);
      if (written && written.children.length > 0) {
        caption.children = written.children;
        if (written.number !== String(number))
          notices.push({
            kind: node.kind,
            rule: 'caption-number',
            at: caption.position ?? node.position,
            found: `A caption with the number ${written.number} of its own is set as ${label}`,
            expected: 'captions without “Figure” or “Table” and a number, which are put before them',
            fix: `Remove it, give the ${node.kind} an id, {#${node.kind === 'figure' ? 'fig' : 'tbl'}-x}, and refer to it as [${withNumber(word, '?').replace('\u00a0', ' ')}](#${node.kind === 'figure' ? 'fig' : 'tbl'}-x).`,
          });
      }
      node.data = { ...node.data, number };
      caption.data = { ...caption.data, captionLabel: label };
    });
    let formulas = 0;
    visit(tree, 'displayedFormula', (node) => {
      if (attributesOf(node).id && node.tag === undefined) node.data = { ...node.data, number: ++formulas };
    });
    numberTheorems(tree, terms);
    reportKinds(file, notices);
  };
}
