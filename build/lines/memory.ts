import type { Galley, RunStyle } from './galley.ts';
import { type Lexicon, newLexicon } from './lexicon.ts';
import { type LineStyle, readLineStyle } from './line-properties.ts';
import type { Ruler } from './measure.ts';

/** A cache of words from one page to the next, if their faces are the same: a second page measures only new words. */
export interface Memory {
  styles: RunStyle[];
  /** Widths, by style. */
  rulers: Ruler[];
  lexicon: Lexicon;
  /** How blocks are set, by the properties that say so; nothing where their lines are left to the browser. */
  lines: Map<string, LineStyle | undefined>;
}

export function newMemory(): Memory {
  const styles: RunStyle[] = [];
  return { styles, rulers: [], lexicon: newLexicon(styles), lines: new Map() };
}

/**
 * Enters the styles of a galley, and makes its indexes those of the memory. Returns how blocks are set, by the galley’s
 * properties.
 */
export function remember(memory: Memory, galley: Galley): (LineStyle | undefined)[] {
  const styles = galley.styles.map((style) => {
    const key = JSON.stringify(style);
    const known = memory.styles.findIndex((one) => JSON.stringify(one) === key);
    if (known >= 0) return known;
    memory.rulers.push(new Map());
    return memory.styles.push(style) - 1;
  });
  for (const { parts } of galley.blocks) {
    for (const part of parts)
      for (const inline of part) if (inline.kind === 'run') inline.style = styles[inline.style] ?? 0;
  }
  return galley.properties.map((set) => {
    const key = JSON.stringify(set);
    if (!memory.lines.has(key)) memory.lines.set(key, readLineStyle(set));
    return memory.lines.get(key);
  });
}
