import type { Line, Setting } from './line.ts';
import { lineOf, mayStillFit, ratioOf } from './measure-line.ts';
import type { Paragraph } from './paragraph.ts';

/**
 * The lines of a paragraph, each filled as far as it goes: for what has so many ways of being broken that they cannot be weighed against one another. It takes each place
 * once or twice.
 */
export function fillLines(paragraph: Paragraph, setting: Setting): Line[] {
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
