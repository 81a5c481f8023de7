import type { Galley, RunStyle } from './galley.ts';
import { type Lexicon, newLexicon } from './lexicon.ts';
import type { Ruler } from './measure.ts';
import type { SetPart } from './set-block.ts';

/** What is known of words and blocks from one page to the next, if their faces are the same: a second print measures only what is new. */
export interface Memory {
  styles: RunStyle[];
  properties: Galley['properties'];
  /** Widths, by style. */
  rulers: Ruler[];
  lexicon: Lexicon;
  /** Blocks that were set, by all that makes them. */
  blocks: Map<string, SetPart[]>;
}

export function newMemory(): Memory {
  const styles: RunStyle[] = [];
  return { styles, properties: [], rulers: [], lexicon: newLexicon(styles), blocks: new Map() };
}

/** Enters the styles and properties of a galley, and makes its indexes those of the memory. */
export function remember(memory: Memory, galley: Galley): void {
  const styles = galley.styles.map((style) => {
    const known = memory.styles.findIndex(({ css, lang }) => css === style.css && lang === style.lang);
    if (known >= 0) return known;
    memory.rulers.push(new Map());
    return memory.styles.push(style) - 1;
  });
  const properties = galley.properties.map((set) => {
    const key = JSON.stringify(set);
    const known = memory.properties.findIndex((one) => JSON.stringify(one) === key);
    return known >= 0 ? known : memory.properties.push(set) - 1;
  });
  for (const block of galley.blocks) {
    block.properties = properties[block.properties] ?? 0;
    for (const inline of block.parts.flat()) if (inline.kind === 'run') inline.style = styles[inline.style] ?? 0;
  }
}
