import type { Root, Text } from 'hast';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { sourceText } from '../text/source-text.ts';
import { visit } from '../text/visit.ts';

/**
 * Reports words that mix Latin and Cyrillic letters, with the letters of the smaller party. Runs before typography
 * changes the text.
 */
export function reportMixedScript(tree: Root, file: VFile): void {
  visit(tree, 'text', (node: Text) => {
    // Most texts have letters of one script.
    if (!/\p{Script=Cyrillic}/u.test(node.value) || !/\p{Script=Latin}/u.test(node.value)) return;
    const source = sourceText(node as never, file);
    for (const match of node.value.matchAll(/[\p{L}\p{M}]+/gu)) {
      const latin = match[0].match(/\p{Script=Latin}/gu) ?? [];
      const cyrillic = match[0].match(/\p{Script=Cyrillic}/gu) ?? [];
      if (latin.length === 0 || cyrillic.length === 0) continue;
      const [strange, script] = latin.length <= cyrillic.length ? [latin, 'Latin'] : [cyrillic, 'Cyrillic'];
      report(file, 'script-mixed', {
        at: source.positionOf(match.index, match.index + match[0].length),
        found: `The word “${match[0]}” has ${strange.length === 1 ? `the ${script}` : `the ${script} letters`} “${strange.join('”, “')}” among letters of another script`,
        fix: 'Type the word again in one script.',
      });
    }
  });
}
