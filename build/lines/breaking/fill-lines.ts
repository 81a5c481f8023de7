import type { Line, ParagraphSetting } from './line.ts';
import { lineOf, mayStillFit, ratioOf } from './measure-line.ts';
import type { Paragraph } from './paragraph.ts';

/**
 * Breaks a paragraph greedily, each line filled as far as possible: for a paragraph with too many possible breaks for
 * {@link breakLines} to compare. Looks at each place once or twice.
 */
export function fillLines(paragraph: Paragraph, setting: ParagraphSetting): Line[] {
  const lines: Line[] = [];
  const last = paragraph.size - 1;
  for (let from = 0; from < last; ) {
    const index = lines.length;
    let end = from + 1;
    for (let to = from + 1; to <= last; to++) {
      if (ratioOf(paragraph, setting, from, to, index) >= -1) end = to;
      else if (!mayStillFit(paragraph, setting, from, to, index)) break;
    }
    lines.push(lineOf(paragraph, setting, from, end, index, ratioOf(paragraph, setting, from, end, index)));
    from = end;
  }
  return lines;
}
