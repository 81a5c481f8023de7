import type { Element } from 'xast';
import type { FontFacts, FontRule } from './font-rules.ts';
import { matches } from './selector.ts';

/** Every way an element's text may be set: more than one where a rule holds only at times. */
export type Setting = { [Fact in keyof FontFacts]-?: NonNullable<FontFacts[Fact]>[] };

/** How text is set that no rule speaks of. */
export const initialSetting: Setting = { family: [[]], weight: [400], italic: [false], capitals: [false] };

/**
 * How an element's text is set, by the cascade (CSS Cascade 4, section 6): the strongest rule that surely holds, else what it inherits, and
 * beside it every stronger rule that may hold. `path` leads from the root to the element.
 */
export function settingOf(path: readonly Element[], rules: readonly FontRule[], inherited: Setting): Setting {
  const holding = rules.filter(({ selector }) => matches(selector, path)).sort((a, b) => b.rank - a.rank);
  if (holding.length === 0) return inherited;
  const pick = <Fact extends keyof FontFacts>(fact: Fact): Setting[Fact] => {
    const found: NonNullable<FontFacts[Fact]>[] = [];
    for (const { facts, certain } of holding) {
      const value = facts[fact];
      if (value === undefined) continue;
      found.push(value);
      if (certain) return found as Setting[Fact];
    }
    return [...found, ...(inherited[fact] as NonNullable<FontFacts[Fact]>[])] as Setting[Fact];
  };
  return { family: pick('family'), weight: pick('weight'), italic: pick('italic'), capitals: pick('capitals') };
}

/** The text that rules put before or after an element. */
export function generatedText(path: readonly Element[], rules: readonly FontRule[]): string {
  return rules.map(({ selector, content }) => (content && matches(selector, path) ? content : '')).join('');
}
