import { boxOf, type Rectangle } from '../../../pdf-reading/pages.ts';
import type { Clause } from '../clause.ts';

export const trimSize: Clause = {
  rule: 'print-trim-size',
  appliesTo: ['print'],
  isOfFrame: true,
  check({ pages }, { find, skip }) {
    const sizes = pages.map((page) => boxOf(page, 'TrimBox')).map((box) => box && sizeOf(box));
    const counts = new Map<string, number>();
    for (const size of sizes) if (size) counts.set(size, (counts.get(size) ?? 0) + 1);
    const usual = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
    if (!usual) return skip('No page says where it is cut');
    for (const [i, page] of pages.entries()) {
      const size = sizes[i];
      if (size && size !== usual)
        find({ found: `The page is cut to ${size}`, expected: `${usual}, like the others`, on: page });
    }
  },
};

/** Formats the size in whole millimetres, because browsers round pages to pixels. */
function sizeOf([left, bottom, right, top]: Rectangle): string {
  const mm = (pt: number) => Math.round((pt * 25.4) / 72);
  return `${mm(right - left)} × ${mm(top - bottom)} mm`;
}
