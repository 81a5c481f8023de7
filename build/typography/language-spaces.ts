import { oncePerLanguage, readSpaces } from '../languages/languages.ts';
import { escapeRegExp } from '../text/escape-reg-exp.ts';
import { quoteMarksOf } from './quote-marks.ts';
import type { SpaceRule } from './spaces.ts';

/** The rules of a language for spaces. */
interface SpaceRules {
  /** For spaces that are there. */
  rules: SpaceRule[];
  /** For signs that get a space before or after them where the author wrote none. */
  added: AddedSpace[];
}

/** A rule for signs: a space is added before a pattern’s match, or after it. */
interface AddedSpace extends SpaceRule {
  after: boolean;
}

/** Returns the rules of a language for spaces, as its file has them. */
export const spaceRules = oncePerLanguage((language): SpaceRules => {
  const { 'no-break': kept, spaces, dates } = language;
  const rules: SpaceRule[] = [];
  if (dates) rules.push(betweenDayAndMonth(dates['months-of-day'] ?? dates.months));
  for (const form of kept?.keep ?? []) rules.push(...keptTogether(form));
  if (kept?.after) rules.push(afterWords(kept.after));
  if (language['before-numbers']) rules.push(beforeNumbers(language['before-numbers'].words));
  const before = Object.entries(spaces?.before ?? {}).map(([sign, space]) => [sign, readSpaces(space)] as const);
  for (const [sign, space] of before) rules.push({ pattern: new RegExp(` (?=${escapeRegExp(sign)})`, 'gu'), space });
  const { outer } = quoteMarksOf(language);
  const [opening = '', inside = ''] = outer[0];
  const closing = outer[1].at(-1) ?? '';
  const added = before.map(([sign, space]): AddedSpace => {
    // Neither in an hour, 10:30, nor in an address.
    const end = sign === ':' ? String.raw`(?=\s|$)` : '';
    const pattern = new RegExp(String.raw`(?<=[\p{L}\d)»”"])${escapeRegExp(sign)}${end}`, 'gu');
    return { pattern, space, after: false };
  });
  if (inside) {
    rules.push({ pattern: new RegExp(`${opening} `, 'gu'), space: inside });
    rules.push({ pattern: new RegExp(` (?=${closing})`, 'gu'), space: inside });
    added.push({ pattern: new RegExp(String.raw`${opening}(?=\S)`, 'gu'), space: inside, after: true });
    added.push({ pattern: new RegExp(String.raw`(?<=\S)${closing}`, 'gu'), space: inside, after: false });
  }
  return { rules, added };
});

/** 5 August, 24 серпня, 3. Oktober, 1 de mayo. */
function betweenDayAndMonth(months: readonly string[]): SpaceRule {
  const names = months.map(escapeRegExp).join('|');
  return {
    pattern: new RegExp(String.raw`(?<![\p{L}\d.,])\d{1,2}\.? (?=(?:${names})(?!\p{L}))`, 'gu'),
    space: '\u00a0',
  };
}

/** A word after which no line ends: w Krakowie, у Києві. */
function afterWords(words: string): SpaceRule {
  const alternatives = words.split(/\s+/).map(escapeRegExp).join('|');
  return {
    pattern: new RegExp(String.raw`(?<![\p{L}\p{M}’'])(?:${alternatives}) (?=[\p{L}\d"'«„(])`, 'giu'),
    space: '\u00a0',
  };
}

/** An abbreviation before its number: s. 5, rys. 2. */
function beforeNumbers(words: string): SpaceRule {
  const alternatives = words.split(/\s+/).map(escapeRegExp).join('|');
  return {
    pattern: new RegExp(String.raw`(?<![\p{L}\p{M}\d])(?:${alternatives})\. (?=\p{L}?\d)`, 'giu'),
    space: '\u00a0',
  };
}

/**
 * Makes rules of a form of words that keep together, `т.~д.` or `{roman}~ст`. In braces is what may be anything of a
 * kind.
 */
function keptTogether(form: string): SpaceRule[] {
  const signs = [...form.matchAll(/[~|]/g)].map(([sign]) => sign);
  const parts = form.split(/[~|]/).map(patternOf);
  return signs.map((sign, i) => {
    const before = parts.slice(0, i + 1).join('[ \\u00a0\\u202f]');
    const next = parts[i + 1] ?? '';
    // Of `{roman}~ст`, neither `стіл` nor `2006 ст`.
    const begin = /^[\\(]?\{|^\[/.test(parts[0] ?? '') ? '' : String.raw`(?<![\p{L}\p{M}])`;
    const end = /[\p{L}]$/u.test(next) ? String.raw`(?!\p{L})` : '';
    return { pattern: new RegExp(`(?<=${begin}${before}) (?=${next}${end})`, 'gu'), space: readSpaces(sign) };
  });
}

const kinds: Record<string, string> = {
  roman: '[IVXLCІХСМ]',
  number: String.raw`\d`,
  minutes: String.raw`[0-5]?\d(?!\d)`,
  letter: String.raw`\p{L}`,
  small: String.raw`(?<!\p{L})\p{Ll}`,
  capital: String.raw`(?<!\p{L})\p{Lu}`,
  Name: String.raw`\p{Lu}`,
};

function patternOf(part: string): string {
  return part
    .split(/(\{\w+\})/)
    .map((piece) => kinds[/^\{(\w+)\}$/.exec(piece)?.[1] ?? ''] ?? escapeRegExp(piece))
    .join('');
}
