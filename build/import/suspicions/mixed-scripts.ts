import { type Doubt, firstWords } from '../imported.ts';
import type { SuspectText } from './texts.ts';

/** Words that mix Latin and Cyrillic letters, as after typing with the wrong keyboard, or by a recognizing program. */
export function mixedScripts(texts: readonly SuspectText[]): Doubt[] {
  const doubts: Doubt[] = [];
  for (const { text, node, at } of texts) {
    if (!/\p{Script=Cyrillic}/u.test(text) || !/\p{Script=Latin}/u.test(text)) continue;
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
      const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
      if (latin === 0 || cyrillic === 0) continue;
      const odd = [...word].filter((sign) =>
        (latin > cyrillic ? /\p{Script=Cyrillic}/u : /\p{Script=Latin}/u).test(sign),
      );
      const [few, many] = latin > cyrillic ? ['Cyrillic', 'Latin'] : ['Latin', 'Cyrillic'];
      doubts.push({
        rule: 'import-script',
        confidence: 0.9,
        at,
        words: firstWords(word),
        found: `${word} has ${few} ${odd.join(', ')} among ${many} letters`,
        fix: 'Write all its letters in one script.',
        level: 'warning',
        node,
      });
    }
  }
  return doubts;
}
