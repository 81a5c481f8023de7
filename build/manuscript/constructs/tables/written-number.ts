import { raisedSign } from './cell-text.ts';

/** A number as it is written in a cell, `12.5`: its text, and the offset at which it begins. */
export interface WrittenNumber {
  text: string;
  from: number;
}

/** The content of a cell that is a number, or a range of two, with what may stand before and behind it. */
export interface NumberText {
  numbers: [WrittenNumber] | [WrittenNumber, WrittenNumber];
  /** The offset of the sign between the two numbers of a range. */
  dash?: number;
  /** The offset of a hyphen that is a minus sign. */
  minus?: number;
  /** The unit behind it, `km`. */
  unit?: string;
}

/** Reads the text of a cell; undefined if it is anything else than a number. */
export function readNumber(text: string): NumberText | undefined {
  const match = whole.exec(text);
  const { lead = '', first, dash, last, tail = '' } = match?.groups ?? {};
  if (!match || !first) return undefined;
  const from = match.index + lead.length;
  const one = { text: first, from };
  const minus = /-(?=\s*$)/.exec(lead);
  const unit = new RegExp(units, 'u').exec(tail)?.[1];
  const about = {
    ...(minus ? { minus: match.index + minus.index } : {}),
    ...(unit ? { unit } : {}),
  };
  if (last === undefined || dash === undefined) return { numbers: [one], ...about };
  const at = from + first.length;
  return {
    numbers: [one, { text: last, from: at + dash.length }],
    dash: at + dash.search(/\S/),
    ...about,
  };
}

/** True for what is written where there is nothing to say: a dash, dots, a few letters such as “n/a”. */
export function saysNothing(text: string): boolean {
  const words = text.trim();
  return /^[-–—−.…·?×xх]*$/.test(words) || (words.length <= 12 && !/\d/.test(words));
}

const fractions = '[¼½¾⅐-⅞]';
const figures = String.raw`(?:\d+(?:[.,'’ \u00a0\u2009\u202f]\d+)*(?:[ \u00a0\u2009\u202f]?${fractions})?|[.,]\d+|${fractions})`;
const money = String.raw`(?:US|CA|A|NZ)?\p{Sc}|(?:EUR|USD|GBP|CHF|UAH|PLN|CZK|HUF|RUB|JPY|SEK|NOK|DKK|Rbl|zł|Kč|грн|руб)(?!\p{L})\.?`;
const units = String.raw`[ \u00a0\u202f](\p{L}{1,5}(?!\p{L})\.?[²³]?(?:/\p{L}{1,3})?)`;
const lead = String.raw`\s*(?:(?:[-+−–—±≈~<>≤≥(\[]|${money}|(?:ca?|бл|ок|прибл)\.)\s*)*`;
const tail = String.raw`(?:\s*(?:[%‰)\]*†‡§¶#]|°(?:[CFС](?!\p{L}))?|${money}|${raisedSign}|[(\[][^()[\]]{1,24}[)\]]|±\s*${figures})|${units})*\.?\s*`;
const whole = new RegExp(
  String.raw`^(?<lead>${lead})(?<first>${figures})(?:(?<dash>\s*[-–—]\s*|\s(?:to|bis|à|до|do)\s)(?<last>${figures}))?(?<tail>${tail})$`,
  'u',
);
