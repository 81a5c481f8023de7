import { type Broken, breakLines } from './break-lines.ts';
import type { Setting } from './line.ts';
import { measureAt } from './measure-line.ts';
import type { Paragraph } from './paragraph.ts';

/** How often the measure is halved in search of the narrowest; then it is known to a two-hundredth. */
const steps = 8;

/** Breaks a ragged paragraph into as few lines as there can be, all of them as nearly of one length as can be: for headings. */
export function balanceLines(paragraph: Paragraph, setting: Setting): Broken {
  const fewest = breakLines(paragraph, { ...setting, tolerance: Infinity });
  const count = fewest.lines.length;
  if (count < 2) return fewest;
  let best = fewest;
  let low = 0;
  let high = 1;
  for (let step = 0; step < steps; step++) {
    const share = (low + high) / 2;
    const tried = breakLines(paragraph, narrowed(setting, share));
    if (tried.lines.length <= count && tried.lines.every(({ ratio }) => ratio >= -1)) {
      high = share;
      best = tried;
    } else low = share;
  }
  // The lines have their full measure again, for whoever asks how much of it they fill.
  return { ...best, lines: best.lines.map((line, i) => ({ ...line, measure: measureAt(setting, i) })) };
}

function narrowed(setting: Setting, share: number): Setting {
  return {
    ...setting,
    measures: setting.measures.map((measure) => measure * share),
    lastCounts: true,
    tolerance: Infinity,
  };
}
