import { type BrokenParagraph, breakLines } from './break-lines.ts';
import type { ParagraphSetting } from './line.ts';
import { measureAt } from './measure-line.ts';
import type { Paragraph } from './paragraph.ts';

/** Number of bisections in the search for the narrowest measure: after eight it is known to 1/256. */
const steps = 8;

/**
 * Breaks a ragged paragraph into the fewest lines possible, and makes these as equal in length as possible, without
 * dividing a word for that: for headings.
 */
export function balanceLines(paragraph: Paragraph, setting: ParagraphSetting): BrokenParagraph {
  const fewest = breakLines(paragraph, { ...setting, tolerance: Infinity });
  const count = fewest.lines.length;
  if (count < 2) return fewest;
  const divided = hyphensIn(fewest);
  let best = fewest;
  let low = 0;
  let high = 1;
  for (let step = 0; step < steps; step++) {
    const share = (low + high) / 2;
    const tried = breakLines(paragraph, narrowed(setting, share));
    const fits = tried.lines.length <= count && tried.lines.every(({ ratio }) => ratio >= -1);
    if (fits && hyphensIn(tried) <= divided) {
      high = share;
      best = tried;
    } else low = share;
  }
  // The search narrowed the measure; callers need the real one, to see how full each line is.
  return { ...best, lines: best.lines.map((line, i) => ({ ...line, measure: measureAt(setting, i) })) };
}

function hyphensIn({ lines }: BrokenParagraph): number {
  return lines.reduce((sum, { hyphen }) => sum + (hyphen ? 1 : 0), 0);
}

function narrowed(setting: ParagraphSetting, share: number): ParagraphSetting {
  return {
    ...setting,
    measures: Float64Array.from(setting.measures, (measure) => measure * share),
    lastCounts: true,
    tolerance: Infinity,
  };
}
