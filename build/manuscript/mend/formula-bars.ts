import { formulaEnd } from '../constructs/formulas/scan.ts';
import { codeEnd } from './code-end.ts';
import type { Edit } from './edits.ts';
import type { Mender } from './mend.ts';

/** A private-use character of Unicode that stands for a bar of a formula until its table is read. */
export const barInFormula = '\uf8f2';

/** Hides the bars of formulas within a line, `$|x|$`, which would part the cells of a table. */
export const mendFormulaBars: Mender = (lines) => {
  const edits: Edit[] = [];
  for (const { textFrom, text, isMarkdown } of lines) {
    if (!isMarkdown || !/\$.*\|.*\$/.test(text)) continue;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at];
      if (sign === '\\') at++;
      else if (sign === '`') at = codeEnd(text, at) - 1;
      else if (sign === '$') {
        const end = formulaEnd(text, at);
        if (end === undefined) continue;
        for (let inside = at; inside < end; inside++)
          if (text[inside] === '|')
            edits.push({ from: textFrom + inside, to: textFrom + inside + 1, text: barInFormula });
        at = end - 1;
      }
    }
  }
  return { edits };
};
