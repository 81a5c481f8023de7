import { asId } from '../constructs/attributes/read.ts';
import { labelInWords } from '../constructs/captions/label-in-words.ts';
import type { Edit } from './edits.ts';
import type { Mender } from './mend.ts';

/**
 * Mends labels that stand in the words, those of bookdown, `(\#fig:map)`, and of LaTeX, `\label{fig:map}`: in a caption
 * or a heading they become `{#fig-map}` at its end; in a formula, bookdown’s become LaTeX’s.
 */
export const mendLabels: Mender = (lines) => {
  const edits: Edit[] = [];
  let code = 0;
  for (const { codeTo, from, textFrom, text, isMarkdown } of lines) {
    code = Math.max(code, codeTo ?? 0);
    const [label, book, tex = ''] = labelInWords.exec(text) ?? [];
    if (label === undefined || from < code) continue;
    const id = book ?? tex;
    const at = textFrom + text.indexOf(label);
    if (book?.startsWith('eq:')) {
      edits.push({ from: at, to: at + label.length, text: `\\label{${id}}` });
      continue;
    }
    if (!isMarkdown) continue;
    const picture = /^!\[.*\]\([^()]*\)(?=\s*(?:\{|$))/.exec(text)?.[0];
    const isCaption = /^(?:Table)?:/.test(text) || /^#{1,6}[ \t]/.test(text);
    if (picture === undefined && !isCaption) continue;
    const end = textFrom + (picture ?? text).length;
    edits.push({ from: at, to: at + label.length, text: isCaption ? ' ' : '' });
    // In braces that stand there already, an id may be first.
    const braces = picture !== undefined && text[picture.length] === '{';
    edits.push(
      braces
        ? { from: end + 1, to: end + 1, text: `#${asId(id)} ` }
        : { from: end, to: end, text: `${isCaption ? ' ' : ''}{#${asId(id)}}` },
    );
  }
  return { edits };
};
