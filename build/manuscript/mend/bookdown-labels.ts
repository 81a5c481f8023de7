import { asId } from '../constructs/attributes/read.ts';
import type { Edit } from './edits.ts';
import type { Mender } from './mend.ts';

/**
 * Mends the labels of bookdown, `(\#fig:map)` in a caption and `(\#eq:sum)` in a formula: they become `{#fig-map}` at
 * the caption’s end, and `\label{eq:sum}`.
 */
export const mendBookdownLabels: Mender = (lines) => {
  const edits: Edit[] = [];
  let code = 0;
  for (const { codeTo, from, textFrom, text, isMarkdown } of lines) {
    code = Math.max(code, codeTo ?? 0);
    const [label, id = ''] = /\(\\#([A-Za-z][\w:.-]*)\)[ \t]*/.exec(text) ?? [];
    if (label === undefined || from < code) continue;
    const at = textFrom + text.indexOf(label);
    if (id.startsWith('eq:')) {
      edits.push({ from: at, to: at + label.length, text: `\\label{${id}}` });
      continue;
    }
    if (!isMarkdown) continue;
    const picture = /^!\[.*\]\([^()]*\)(?=\s*(?:\{|$))/.exec(text)?.[0];
    const isCaption = /^(?:Table)?:/.test(text);
    if (picture === undefined && !isCaption) continue;
    const end = textFrom + (picture ?? text).length;
    edits.push({ from: at, to: at + label.length, text: '' });
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
