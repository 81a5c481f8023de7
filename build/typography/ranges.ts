import type { InlineRun } from './inline-run.ts';
import { isBeforeChrist, isOneNumber, leadsToPages } from './range-context.ts';
import { rangeNames } from './range-names.ts';
import { roman } from './roman.ts';

/**
 * Makes en dashes of the hyphens between two ends of a range: figures that rise, pages, leaves, years, Roman numerals,
 * months and days of the week. Numbers of telephones, books and periodicals, standards and call numbers, dates in
 * figures, and codes keep theirs.
 */
export function setRanges({ text, langs, cells, languageOf }: InlineRun): void {
  if (!text.includes('-')) return;
  const put = (at: number) => {
    if (cells[at] === '-') cells[at] = '–';
  };
  const beforeOf = (index: number) => text.slice(Math.max(0, index - 40), index);
  const hasFigures = /\d[^-]{0,4}-/.test(text);
  for (const pattern of hasFigures ? [figures, grouped] : []) {
    for (const { 0: match, 1: from = '', 2: sign = '', 3: to = '', index } of text.matchAll(pattern)) {
      const before = beforeOf(index);
      const after = text.slice(index + match.length, index + match.length + 4);
      const hasStops = languageOf(langs[index]).numbers?.decimal !== '.';
      const ends = isBeforeChrist(text.slice(index + match.length)) ? [to, from] : [from, to];
      const [first = '', last = ''] = ends;
      const isRange = leadsToPages(before) || (!isOneNumber(before, from, to, after) && rises(first, last, hasStops));
      if (isRange) put(index + from.length + sign.length);
    }
  }
  // pp. 15 - 21, (1914 - 1918)
  for (const { 0: match, 1: from = '', 2: to = '', index } of text.matchAll(spaced)) {
    const isYears = /\($/.test(text.slice(0, index)) && /^1\d{3}$|^20\d\d$/.test(from) && from.length === to.length;
    if (Number(to) <= Number(from) || !(isYears || leadsToPages(beforeOf(index)))) continue;
    for (let at = index + from.length; at < index + match.length - to.length; at++)
      cells[at] = text[at] === ' ' ? '' : '–';
  }
  for (const { 0: match, 1: from = '', 2: suffix = '', 3: to = '', 4: century, index } of text.matchAll(numerals)) {
    const isSure = century !== undefined || suffix !== '' || leadsToPages(beforeOf(index));
    const isWritten = from === from.toUpperCase() && from.length + to.length > 2;
    const isFalling = isBeforeChrist(text.slice(index + match.length));
    const isOrdered = isFalling ? roman(from) > roman(to) : roman(from) < roman(to);
    if (isOrdered && (isSure || isWritten)) put(index + from.length + suffix.length);
  }
  for (const { 1: from = '', 2: side = '', 3: to = '', 4: last = '', index } of text.matchAll(leaves)) {
    const isLeaf = /^[rv]/.test(side) && (last !== '' || to === '');
    const isRising = to === '' ? side === 'r' : Number(to) > Number(from) || (to === from && side !== last);
    if (isRising && (isLeaf || ((side || last) && leadsToPages(beforeOf(index)))))
      put(index + from.length + side.length);
  }
  for (const { 1: from = '', index } of text.matchAll(dates)) put(index + from.length);
  if (!/\p{L}\.?-\p{L}/u.test(text)) return;
  for (const language of new Set([...new Set(langs)].map(languageOf)).add(languageOf('en'))) {
    const names = rangeNames(language);
    if (!names) continue;
    for (const { 0: name, index } of text.matchAll(names.pattern)) put(index + name.length);
    for (const { 1: from = '', 2: to = '', index } of text.matchAll(days))
      if (names.isRangeOfDays(from, to)) put(index + from.length);
  }
}

/** A number with its separators: 12, 2.5, 1,000, 25:3, 10:00. */
const number = String.raw`\d+(?:[.,:]\d+)*`;
/**
 * What may stand behind its first end: a sign, or the letters of an ordinal or a decade, as in 5 %-10 %, 16th-18th,
 * 16.-18. and 1920-х-1930-х.
 */
const suffix = String.raw`(?:\s?[%‰°]|st|nd|rd|th|s|er|-х|\.(?=-\d{1,2}\.(?!\d)))?`;
/** Behind its second end, no further hyphen, unless a word follows: 10-15-year-old, 1920-30-х. */
const end = String.raw`(?![\d/–—@_]|[.,:]\d|-(?!\p{Script=Cyrillic}|\p{Ll}{3})|(?!(?:s|th|st|nd|rd|er|ff?|º\p{L}?)(?!\p{L}))\p{L})`;
const figures = new RegExp(
  String.raw`(?<![\p{L}\d/+–—@#_-]|\d[.,:])(${number})(${suffix})-(?:[$€£₴]?)(${number})${end}`,
  'gu',
);
/** 1 500-2 000 */
const grouped =
  /(?<![\p{L}\d/+–—@#_.,:-]|\d[ \u00a0\u202f])(\d{1,3}(?:[ \u00a0\u202f]\d{3})*)(\s?%?)-(\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?![\d/–—@_-]|[.,:]\d)/gu;
/** Leaves and their sides: 3r-9v, 3r-v, арк. 5-5зв. */
const leaves = /(?<![\p{L}\d/–—-])(\d{1,4})([rv]|(?:зв|об)\.?)?-(?:(\d{1,4})([rv]|(?:зв|об)\.?)?|v)(?![\p{L}\d/–—-])/gu;
/** 30.11.1950-1.12.1950, 05.1987-05.2011 */
const dates = /(?<![\d.,/-])((?:\d{1,2}\.)?\d{1,2}\.\d{4})-(?:\d{1,2}\.)?\d{1,2}\.\d{4}(?![\d/-]|[.,]\d)/g;
const spaced = /(?<![\d.,/+–—-])(\d+) -{1,2} (\d+)(?![\d/–—-]|[.,:]\d)/g;

/**
 * True if two numbers are the ends of a range: the second is greater, or becomes so with the beginning of the first, as
 * in 1914-18. `hasStops` says that a full stop may stand between thousands.
 */
function rises(from: string, to: string, hasStops: boolean): boolean {
  if (from.includes(':')) return to.includes(':') ? true : rises(from.slice(from.lastIndexOf(':') + 1), to, hasStops);
  const [first, second] = [amount(from, hasStops), amount(to, hasStops)];
  if (first === undefined || second === undefined) return false;
  const isPlain = /^\d+$/.test(from) && /^\d+$/.test(to);
  if (isPlain && to.length === 2 && from.length > 2) {
    const whole = Number(from.slice(0, -2) + to);
    return to[0] === '0' ? whole === first + 1 : whole > first;
  }
  // 2049-3630 is a periodical’s number if its last figure is what that makes it; 555-1234 is a telephone’s.
  if (isPlain && to.length > 3 && first < 900 && !/^\d+0-\d+0$/.test(`${from}-${to}`)) return false;
  if (isPlain && (from.length > 5 || (from.length === 4 && to.length === 4 && second > 2100 && isIssn(from + to))))
    return false;
  return second > first;
}

/** The value of a number; undefined if it is not one, such as 09 or 1.2.3. */
function amount(written: string, hasStops: boolean): number | undefined {
  const groups = /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?:[ \u00a0\u202f]\d{3})+$/;
  if (groups.test(written) || (hasStops && /^\d{1,3}(?:\.\d{3})+$/.test(written)))
    return Number(written.replace(/\D/g, ''));
  return /^(?:0|[1-9]\d*)(?:[.,]\d+)?$/.test(written) ? Number(written.replace(',', '.')) : undefined;
}

function isIssn(figures: string): boolean {
  const sum = [...figures.slice(0, 7)].reduce((total, figure, i) => total + Number(figure) * (8 - i), 0);
  return (11 - (sum % 11)) % 11 === Number(figures[7]);
}

/** Roman numerals, with what makes them ordinals in French and German, and words for a century. */
const numerals =
  /(?<![\p{L}\d–-])([IVXLCDMІХСМ]+|[ivxlc]+)(e|er|ère|ème|\.(?=-[IVXLC]+\.))?-([IVXLCDMІХСМ]+|[ivxlc]+)(?:\2)?(?![\p{L}\d–-])(\s(?:ст|вв?|вік|c|cent|century|centuries|jh|jahrhundert\p{L}*|siècles?)(?!\p{L}))?/gu;

/** Days of the week, shortened: Mon-Fri, Mo-Fr, Пн-Пт. */
const days = /(?<![\p{L}\d-])(\p{Lu}\p{Ll}{1,2})-(\p{Lu}\p{Ll}{1,2})(?![\p{L}\d-])/gu;
