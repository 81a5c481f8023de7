import type { Element } from 'xast';
import type { FontProperties, FontRule } from './font-rules.ts';
import { matches } from './selector.ts';

/** All values that the properties of an element's text may have: more than one if a rule holds only at times. */
export type FontChoices = { [Fact in keyof FontProperties]: FontProperties[Fact][] };

/** The values for text that no rule matches. */
export const initialFontChoices: FontChoices = {
  family: [[]],
  weight: [400],
  italic: [false],
  transformed: [false],
  smallCaps: [false],
};

/**
 * The values that an element's text may have by the cascade (CSS Cascade 4, section 6): those of the strongest rule
 * that certainly holds, else the inherited ones, and those of all stronger rules that may hold. `path` leads from the
 * root to the element.
 */
export function fontChoicesOf(
  path: readonly Element[],
  rules: readonly FontRule[],
  inherited: FontChoices,
): FontChoices {
  const holding = rules.filter(({ selector }) => matches(selector, path)).sort((a, b) => b.rank - a.rank);
  if (holding.length === 0) return inherited;
  const pick = <Fact extends keyof FontProperties>(fact: Fact): FontProperties[Fact][] => {
    const found: FontProperties[Fact][] = [];
    for (const { facts, certain } of holding) {
      const said = facts[fact];
      if (said === undefined) continue;
      found.push(...((said === 'inherit' ? inherited[fact] : [said]) as FontProperties[Fact][]));
      if (certain) return found;
    }
    return [...found, ...(inherited[fact] as FontProperties[Fact][])];
  };
  return {
    family: pick('family'),
    weight: pick('weight'),
    italic: pick('italic'),
    transformed: pick('transformed'),
    smallCaps: pick('smallCaps'),
  };
}

/** The text that rules put before or after an element. */
export function generatedText(path: readonly Element[], rules: readonly FontRule[]): string {
  return rules.map(({ selector, content }) => (content && matches(selector, path) ? content : '')).join('');
}
