import type { FormWords } from '../form/form-words.ts';
import { type Doubt, firstWords } from '../imported.ts';
import type { SuspectText } from './texts.ts';

/** Years of access that are out of line with those of all other addresses in the text. */
export function accessDates(texts: readonly SuspectText[], words: FormWords): Doubt[] {
  const dates = texts.flatMap((block) => datesIn(block, words));
  const counts = new Map<number, number>();
  for (const { year } of dates) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [common] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!common || common[1] < 4) return [];
  return dates.flatMap(({ year, around, block }): Doubt[] => {
    const isOut = year !== common[0] && (counts.get(year) ?? 0) * 8 <= common[1];
    if (!isOut) return [];
    return [
      {
        rule: 'import-date',
        confidence: 0.8,
        at: block.at,
        words: firstWords(around),
        found: `An access in ${year}, where ${common[1]} others are in ${common[0]}: ${around}`,
        node: block.node,
      },
    ];
  });
}

function datesIn(block: SuspectText, words: FormWords): { year: number; around: string; block: SuspectText }[] {
  const found: { year: number; around: string; block: SuspectText }[] = [];
  for (const { 0: year, index } of block.text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)) {
    const before = block.text.slice(Math.max(0, index - 40), index);
    const day = words.after('accessed', before);
    // Between the word and the year stands a day and a month, and nothing else.
    if (day === undefined || !/^[\s:;,(]*(?:[\p{L}\d]+[\s.,/-]+){0,4}$/u.test(day)) continue;
    found.push({ year: Number(year), around: `…${before.slice(-25)}${year}`, block });
  }
  return found;
}
