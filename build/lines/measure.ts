import type { Page } from 'puppeteer';
import type { RunStyle } from './collected.ts';
import { call } from './page-functions.ts';

/** Widths in px of texts in one style: text → offset → width of the text up to there. */
export type WidthCache = Map<string, Map<number, number>>;

/** A text whose widths up to some offsets are needed. */
export interface WidthRequest {
  /** Index of its style. */
  style: number;
  text: string;
  offsets: readonly number[];
}

/**
 * Measures in a page the widths that the caches do not have yet, all in one layout, and adds them. If all are known,
 * the browser is not called. Returns the number of widths measured.
 */
export async function measure(
  page: Page,
  styles: readonly RunStyle[],
  caches: readonly WidthCache[],
  wanted: Iterable<WidthRequest>,
): Promise<number> {
  const missing = new Map<number, Map<string, Set<number>>>();
  for (const { style, text, offsets } of wanted) {
    const known = caches[style]?.get(text);
    for (const offset of offsets) {
      if (known?.has(offset)) continue;
      const texts = missing.get(style) ?? new Map<string, Set<number>>();
      missing.set(style, texts);
      const asked = texts.get(text) ?? new Set<number>();
      texts.set(text, asked.add(offset));
    }
  }
  if (missing.size === 0) return 0;
  const asked = [...missing].map(([style, texts]) => ({
    css: styles[style]?.css ?? '',
    lang: styles[style]?.lang ?? '',
    texts: [...texts.keys()],
    offsets: [...texts.values()].map((offsets) => [...offsets]),
  }));
  const found = await call(page, 'measureWidths', asked);
  let count = 0;
  [...missing.keys()].forEach((style, s) => {
    const cache = caches[style];
    asked[s]?.texts.forEach((text, t) => {
      const known = cache?.get(text) ?? new Map<number, number>();
      cache?.set(text, known);
      asked[s]?.offsets[t]?.forEach((offset) => {
        known.set(offset, found[count++] ?? 0);
      });
    });
  });
  return count;
}
