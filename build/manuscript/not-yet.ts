import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { sourceText } from './source-text.ts';

/** Refuses what this version cannot set, rather than print its source: mathematics and citations. */
export function refuseNotYet() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'text', (node) => {
      for (const match of node.value.matchAll(/\$\$|\[@[\p{L}\d_:.-]+/gu)) {
        const source = sourceText(node, file);
        if (source.escaped(match.index)) continue;
        const at = source.position(match.index, match.index + match[0].length);
        if (match[0] === '$$')
          report(file, 'math-later', {
            at,
            found: 'Mathematics between $$',
            fix: 'Put the formula in as a picture for now; write \\$$ for the mere signs.',
          });
        else
          report(file, 'citation-later', {
            at,
            found: `The citation ${match[0]}]`,
            fix: 'Write the note out for now; write \\[@ for the mere signs.',
          });
        return;
      }
    });
  };
}
