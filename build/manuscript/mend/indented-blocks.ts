import type { Edit } from './edits.ts';
import type { SourceLine } from './lines.ts';
import type { Mender } from './mend.ts';
import { balanceBrackets } from './openings.ts';

/**
 * Mends admonitions of MkDocs, `!!! note "Title"`, with their content indented by four below. They become
 * `:::note[Title]`.
 */
export const mendIndentedBlocks: Mender = (lines) => {
  const edits: Edit[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as SourceLine;
    const opened =
      line.isMarkdown && /^(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)(?:[ \t]+[\w-]+)*(?:[ \t]+"(.*)")?$/.exec(line.text);
    if (!opened) continue;
    let last = i;
    for (let j = i + 1; j < lines.length; j++) {
      const inner = lines[j] as SourceLine;
      if (inner.text === '') continue;
      if (inner.indent < line.indent + 4 || inner.marks.trim() !== line.marks.trim()) break;
      last = j;
    }
    if (last === i) continue;
    const [, name = '', title] = opened;
    edits.push({ from: line.textFrom, to: line.to, text: `:::${name}${title ? `[${balanceBrackets(title)}]` : ''}` });
    for (const inner of lines.slice(i + 1, last + 1)) {
      if (inner.text === '') continue;
      const lead = inner.from + inner.marks.length;
      edits.push({ from: lead, to: inner.textFrom, text: ' '.repeat(inner.indent - 4) });
    }
    const end = lines[last] as SourceLine;
    edits.push({ from: end.to, to: end.to, text: `\n${end.marks}${' '.repeat(line.indent)}:::` });
    i = last;
  }
  return { edits };
};
