import type { Edit } from './edits.ts';
import type { Mender } from './mend.ts';

const opening = /^\\begin\{(equation|displaymath|math|align|gather|multline|flalign|alignat|eqnarray)(\*?)\}/;

/**
 * Mends displayed formulas that stand between `\begin{equation}` and `\end{equation}`, or those of another environment
 * of LaTeX, without signs around them: they get the signs. An empty line within ends none.
 */
export const mendTexDisplays: Mender = (lines) => {
  const edits: Edit[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const [begin, name = '', star = ''] = (line?.isMarkdown && opening.exec(line.text)) || [];
    if (!line || begin === undefined) continue;
    const end = `\\end{${name}${star}}`;
    let last = i;
    while (lines[last]?.text !== '' && lines[last] && !lines[last]?.text.includes(end)) last++;
    const closing = lines[last];
    if (!closing?.text.includes(end)) continue;
    const at = closing.textFrom + closing.text.indexOf(end);
    const isPlain = /^(?:equation|displaymath|math)$/.test(name);
    edits.push({
      from: line.textFrom,
      to: line.textFrom + begin.length,
      text: isPlain ? '$$ ' : `$$ \\begin{${name}*}`,
    });
    edits.push({ from: at, to: at + end.length, text: isPlain ? ' $$' : `\\end{${name}*} $$` });
    i = last;
  }
  return { edits };
};
