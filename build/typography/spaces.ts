import { besideNumbers } from './beside-numbers.ts';
import type { InlineRun } from './inline-run.ts';
import { spaceRules } from './language-spaces.ts';

const fixed = '\u00a0';
const thin = '\u202f';

/** A rule: the space at the end of a pattern’s match becomes another one. */
export interface SpaceRule {
  pattern: RegExp;
  space: string;
}

/**
 * Puts non-breaking spaces where a line end would separate what belongs together: a page and its number, initials and
 * their name, and what a language’s own rules name, as a preposition of one letter and its noun. Only existing spaces
 * change, except before the signs and inside the quotation marks of languages that have spaces there, as French has.
 */
export function setSpaces({ text, langs, cells, languageOf }: InlineRun): void {
  const replaceSpaces = ({ pattern, space }: SpaceRule, tag?: string): void => {
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length - 1;
      if (cells[at] === ' ' && (tag === undefined || langs[at] === tag)) cells[at] = space;
    }
  };
  for (const rule of rules) replaceSpaces(rule);
  for (const tag of new Set(langs)) {
    const { rules: own, added } = spaceRules(languageOf(tag));
    for (const rule of own) replaceSpaces(rule, tag);
    // Mot ; « mot »: these are added where the author wrote no space.
    for (const { pattern, space, after } of added) {
      for (const { index } of text.matchAll(pattern)) {
        if (langs[index] === tag) cells[index] = after ? `${cells[index]}${space}` : `${space}${cells[index]}`;
      }
    }
  }
}

const rules: SpaceRule[] = [
  ...besideNumbers.map((pattern) => ({ pattern, space: fixed })),
  { pattern: /(?<![\p{L}\d])(?:Dr|Mr|Mrs|Ms|Prof|St|Mt|проф|акад|св|ім|им|гл|ред) ?\. (?=\p{Lu})/gu, space: fixed },
  // А. С. Пушкін, D. E. Knuth
  { pattern: /(?<![\p{L}\d.’'])\p{Lu}\. (?=\p{Lu}(?:\.|\p{Ll}))/gu, space: fixed },
  { pattern: /(?<=\p{Lu}\. ?)\p{Lu}\. (?=\p{Lu}(?:\.|\p{Ll}))/gu, space: fixed },
  // Мильчин А. Э., Plass M. F.,
  { pattern: /(?<!\p{L})\p{Lu}[\p{L}’'-]+ (?=(?:\p{Lu}\. ?){1,2}[,;:)\]])/gu, space: fixed },
  // 1 000 000: its groups of figures keep together.
  { pattern: /(?<=(?<![\d.,])\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/gu, space: thin },
];
