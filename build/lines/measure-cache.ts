import type { CollectedBlocks, RunStyle } from './collected.ts';
import { type LineStyle, readLineStyle } from './line-style.ts';
import type { WidthCache } from './measure.ts';
import { newWordCache, type WordCache } from './word-cache.ts';

/**
 * Everything that was measured of words, kept from one page to the next in the same faces: a second page measures only
 * what is new.
 */
export interface MeasureCache {
  styles: RunStyle[];
  /** The widths, by style. */
  widths: WidthCache[];
  words: WordCache;
  /** The line styles, by the properties that define them; undefined if lines are left to the browser. */
  lines: Map<string, LineStyle | undefined>;
}

export function newMeasureCache(): MeasureCache {
  const styles: RunStyle[] = [];
  return { styles, widths: [], words: newWordCache(styles), lines: new Map() };
}

/**
 * Adds the styles of collected blocks to the cache, and replaces their indexes by those in the cache. Returns the line
 * style for each set of properties.
 */
export function addStyles(cache: MeasureCache, collected: CollectedBlocks): (LineStyle | undefined)[] {
  const styles = collected.styles.map((style) => {
    const key = JSON.stringify(style);
    const known = cache.styles.findIndex((one) => JSON.stringify(one) === key);
    if (known >= 0) return known;
    cache.widths.push(new Map());
    return cache.styles.push(style) - 1;
  });
  for (const { parts } of collected.blocks) {
    for (const part of parts)
      for (const inline of part) if (inline.kind === 'run') inline.style = styles[inline.style] ?? 0;
  }
  return collected.properties.map((set) => {
    const key = JSON.stringify(set);
    if (!cache.lines.has(key)) cache.lines.set(key, readLineStyle(set));
    return cache.lines.get(key);
  });
}
