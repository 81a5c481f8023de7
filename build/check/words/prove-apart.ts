import { report } from '../../diagnostics/report.ts';
import type { Issue } from '../../issue/model.ts';
import { keysIn, type Tags } from '../../pdf-reading/tags.ts';
import { placeOfWords } from './place-of-words.ts';
import type { Crossing } from './spot.ts';

/** Proves that no words of a PDF stand on others, the lettering of drawings apart. What does is reported in the manuscript. */
export function proveApart(
  { name }: { name: string },
  crossings: readonly Crossing[],
  tags: Tags | undefined,
  issue: Issue,
): void {
  if (crossings.length === 0 || !tags) return;
  const drawn = new Set(tags.all.flatMap((tag) => (/^(Figure|Formula)$/.test(tag.type) ? keysIn(tag) : [])));
  const pages = new Set<number>();
  for (const { page, texts, keys } of crossings) {
    // Where one line stands on another, the next ones mostly do, too.
    if (pages.has(page) || keys.some((key) => key === undefined || drawn.has(key))) continue;
    pages.add(page);
    const { file = issue.files[0], at } = placeOfWords(issue.files, texts) ?? {};
    if (!file) continue;
    const [below, above] = texts.map((text) => text.trim().slice(0, 40));
    report(file, 'page-holds', {
      at,
      found: `On page ${page} of ${name} words stand on others: “${above}” on “${below}”`,
      expected: 'room for both',
      fix: 'See what in the style moves them together: a height, a negative margin, a position.',
    });
  }
}
