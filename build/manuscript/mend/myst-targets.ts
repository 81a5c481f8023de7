import { asId } from '../constructs/attributes/read.ts';
import type { Edit } from './edits.ts';
import type { Mender, MenderResult } from './mend.ts';

/**
 * Mends the targets of MyST, `(sec-one)=` alone on a line: the heading or the block between colons below it gets the
 * id. Before anything else it is left out, and told.
 */
export const mendMystTargets: Mender = (lines) => {
  const edits: Edit[] = [];
  const notices: NonNullable<MenderResult['notices']> = [];
  for (const [i, line] of lines.entries()) {
    const id = line.isMarkdown ? /^\(([A-Za-z][\w:.-]*)\)=$/.exec(line.text)?.[1] : undefined;
    if (!id) continue;
    edits.push({ from: line.textFrom, to: line.textFrom + line.text.length, text: '' });
    const below = lines.slice(i + 1).find(({ text }) => text !== '');
    const isNamed = below && /\{[^{}]*#[^{}]*\}\s*$/.test(below.text);
    const at = below ? below.textFrom + below.text.length : 0;
    if (below?.isMarkdown && /^#{1,6}\s/.test(below.text)) {
      const braces = /\{[^{}]*\}\s*$/.exec(below.text);
      const inside = below.textFrom + (braces?.index ?? 0) + 1;
      if (!isNamed)
        edits.push(
          braces ? { from: inside, to: inside, text: `#${asId(id)} ` } : { from: at, to: at, text: ` {#${asId(id)}}` },
        );
    } else if (below?.isMarkdown && /^:{3,}\s*\{[A-Za-z]/.test(below.text))
      edits.push({ from: at, to: at, text: `\n${below.marks}:label: ${asId(id)}` });
    else
      notices.push({
        kind: 'target',
        rule: 'dialect-known',
        level: 'warning',
        at: line.textFrom,
        found: `A target of MyST, (${id})=, before what has no id; it is left out`,
        fix: 'Write {#id} behind a heading, a picture or a caption, or remove it.',
      });
  }
  return { edits, notices };
};
