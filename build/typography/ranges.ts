import type { InlineRun } from './inline-run.ts';

/**
 * Makes en dashes of the hyphens between two ends of a range: figures that rise, pages, years, Roman numerals, months
 * and days of the week; and a minus sign of a hyphen before degrees and per cent. Numbers of telephones, books and
 * periodicals, dates in figures, and codes keep theirs.
 */
export function setRanges({ text, cells }: InlineRun): void {
  const put = (at: number, sign: string) => {
    if (cells[at] === '-') cells[at] = sign;
  };
  for (const match of text.matchAll(figures)) {
    const { index } = match;
    const [, from = '', to = ''] = match;
    const before = text.slice(Math.max(0, index - 40), index);
    if (pages.test(before) || (!numbers.test(before) && rises(from, to))) put(index + from.length, '–');
  }
  for (const match of text.matchAll(numerals)) {
    const [, from = '', to = '', century = ''] = match;
    const isSure = century !== '' || pages.test(text.slice(Math.max(0, match.index - 40), match.index));
    const isWritten = from === from.toUpperCase() && from.length + to.length > 2;
    if (roman(from) < roman(to) && (isSure || isWritten)) put(match.index + from.length, '–');
  }
  for (const { 0: match, index } of text.matchAll(names)) put(index + match.length, '–');
  for (const { index } of text.matchAll(minus)) put(index, '−');
}

/** A number with its separators: 12, 2.5, 1,000, 25:3, 10:00. */
const number = String.raw`\d+(?:[.,:]\d+)*`;
/** Behind it may stand a letter or two of a decade, as in 1920-1930s and 1920-30-х, but no other hyphen. */
const figures = new RegExp(
  String.raw`(?<![\p{L}\d/+–—@#_-]|\d[.,:])(${number})-(${number})(?![\d/–—@_]|[.,:]\d|-(?!\p{Script=Cyrillic}{1,3}(?!\p{L}))|(?!(?:s|th|st|nd|rd|ff?)(?!\p{L}))\p{L})`,
  'gu',
);
/** Words for a page, before its number or the numbers of a list. */
const pages =
  /(?<!\p{L})(?:pp?|[сСcC]{1,2}|[сС]тор|[сС]тр|S|ff?|vv?)\.\s?(?:[\dxvi]+(?:[-–][\dxvi]+)?,\s?)*$|(?<!\p{L})(?:pages?|seiten?|сторінки|страницы)\s(?:\d+(?:[-–]\d+)?,\s?)*$/iu;
/** Words and signs before numbers that are not a range. */
const numbers =
  /(?<!\p{L})(?:ISSN|ISBN|ISMN|UDC|УДК|ББК|BBK|DDC|tel|phone|fax|mobile|тел|телефон|факс|моб|zip|code|код|індекс|PIN|IBAN|ЄДРПОУ)(?:[^\p{L};]{0,24}|\.?:?\s)$/iu;

/**
 * True if two numbers are the ends of a range: the second is greater, or becomes so with the beginning of the first, as
 * in 1914-18.
 */
function rises(from: string, to: string): boolean {
  if (from.includes(':')) return to.includes(':') ? true : rises(from.slice(from.lastIndexOf(':') + 1), to);
  const [first, second] = [amount(from), amount(to)];
  if (first === undefined || second === undefined) return false;
  const isPlain = /^\d+$/.test(from) && /^\d+$/.test(to);
  if (isPlain && to.length === 2 && from.length > 2) {
    const whole = Number(from.slice(0, -2) + to);
    return to[0] === '0' ? whole === first + 1 : whole > first;
  }
  // 2049-3630 is a periodical’s number if its last figure is what that makes it; 555-1234 is a telephone’s.
  if (isPlain && to.length > 3 && first < 900) return false;
  if (isPlain && (from.length > 5 || (from.length === 4 && to.length === 4 && second > 2100 && isIssn(from + to))))
    return false;
  return second > first;
}

/** The value of a number; undefined if it is not one, such as 09 or 1.2.3. */
function amount(written: string): number | undefined {
  if (/^\d{1,3}(?:,\d{3})+$/.test(written)) return Number(written.replaceAll(',', ''));
  return /^(?:0|[1-9]\d*)(?:[.,]\d+)?$/.test(written) ? Number(written.replace(',', '.')) : undefined;
}

function isIssn(figures: string): boolean {
  const sum = [...figures.slice(0, 7)].reduce((total, figure, i) => total + Number(figure) * (8 - i), 0);
  return (11 - (sum % 11)) % 11 === Number(figures[7]);
}

/** Roman numerals, in Latin letters or the Cyrillic ones that look like them, and words for a century. */
const numerals =
  /(?<![\p{L}\d–-])([IVXLCDMІХСМ]+|[ivxlc]+)-([IVXLCDMІХСМ]+|[ivxlc]+)(?![\p{L}\d–-])(\s(?:ст|вв?|вік|c|cent|century|centuries|jh|jahrhundert\p{L}*|siècles?)(?!\p{L}))?/gu;

/** The value of a Roman numeral; NaN if it is not one. */
function roman(written: string): number {
  const latin = written.toUpperCase().replace(/[ІХСМ]/g, (letter) => 'IXCM'['ІХСМ'.indexOf(letter)] as string);
  if (!/^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(latin)) return Number.NaN;
  const worth: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
  const values = [...latin].map((letter) => worth[letter] as number);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** Months and days of the week, written out or shortened, in the languages of the house. */
const name = [
  'jan(?:uary|uar|\\.)?|feb(?:ruary|ruar|r?\\.)?|mar(?:ch|s|\\.)?|märz|apr(?:il|\\.)?|may|mai|june?|juni|juin|july?|juli|juillet|aug(?:ust|\\.)?|août|sept?(?:ember|embre|\\.)?|o[ck]t(?:ober|obre|\\.)?|nov(?:ember|embre|\\.)?|de[cz](?:ember|\\.)?|janvier|février|avril|décembre',
  'січ(?:ень|ня)|лют(?:ий|ого)|берез(?:ень|ня)|квіт(?:ень|ня)|трав(?:ень|ня)|черв(?:ень|ня)|лип(?:ень|ня)|серп(?:ень|ня)|верес(?:ень|ня)|жовт(?:ень|ня)|листопада?|груд(?:ень|ня)',
  'январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]',
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  "понеділок|вівторок|середа|четвер|п['’]ятниця|субота|неділя|понедельник|вторник|четверг|пятница|суббота|воскресенье",
].join('|');
const names = new RegExp(String.raw`(?<![\p{L}\d-])(?:${name})(?=-(?:${name})(?![\p{L}-]))`, 'giu');

/** -5 °C, -10 to -5 %, but not 1990 -1995. */
const minus =
  /(?<=^|[([«„“"]|(?<!\d)\s|\d\s(?=-\d+(?:[.,]\d+)?\s?°))-(?=\d+(?:[.,]\d+)?(?:\s(?:to|and|bis|und|à|et|до|і|й|та|и)\s[-−]?\d+(?:[.,]\d+)?)?\s?(?:°|%|degrees?(?!\p{L})|grad(?!\p{L})|degrés?(?!\p{L})|градус))/giu;
