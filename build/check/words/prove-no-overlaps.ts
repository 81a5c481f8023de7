import { report } from '../../diagnostics/report.ts';
import type { Issue } from '../../issue/model.ts';
import { contentKeysIn, type TagTree } from '../../pdf-reading/tags.ts';
import { findWordsInFiles } from './find-words-in-files.ts';
import type { OverlappingTexts } from './painted-piece.ts';

/**
 * Proves that no text of a PDF is painted over other text, except the lettering of drawings. Reports overlaps in the
 * manuscript.
 */
export function proveNoOverlaps(
  { name }: { name: string },
  overlaps: readonly OverlappingTexts[],
  tags: TagTree | undefined,
  issue: Pick<Issue, 'articles' | 'files'>,
): void {
  if (overlaps.length === 0 || !tags) return;
  const drawn = new Set(tags.all.flatMap((tag) => (/^(Figure|Formula)$/.test(tag.type) ? contentKeysIn(tag) : [])));
  const pages = new Set<number>();
  for (const { page, texts, keys } of overlaps) {
    // If one line overlaps another, the next ones usually do, too.
    if (pages.has(page) || keys.some((key) => key === undefined || drawn.has(key))) continue;
    pages.add(page);
    const { file = issue.files[0], at } = findWordsInFiles(issue.files, texts) ?? {};
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
