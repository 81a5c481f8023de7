import { addressBreaks } from '../text/address-breaks.ts';
import { breaksAmongIdeographs } from '../text/ideographs.ts';
import type { RunStyle } from './galley.ts';
import type { Hyphenate } from './hyphenate.ts';

/** What a place where a line may end is, beside the spaces. */
export type BreakKind =
  /** A hyphen is added; in a short part of a compound, self-understanding; in what is not divided, if it does not fit into a line. */
  | 'hyphen'
  | 'part'
  | 'forced'
  /** After a hyphen that the author wrote. */
  | 'compound'
  /** After a dash or slash, and between ideographs. */
  | 'dash'
  /** In an address. */
  | 'address'
  /** Where it may be broken anywhere, if nothing else helps. */
  | 'anywhere';

/** Whether a line that ends there gets a hyphen. */
export function addsHyphen(kind: BreakKind): kind is 'hyphen' | 'part' | 'forced' {
  return kind === 'hyphen' || kind === 'part' || kind === 'forced';
}

/** What is known of a stretch of text beside its letters. */
export type Stretch = Pick<RunStyle, 'lang' | 'wraps' | 'divides' | 'anywhere'>;

const address = /(?:https?:\/\/|www\.|^[(<"“«„»]*(?:doi:)?10\.\d{4,}\/|[\p{L}\d._-]+@[\p{L}\d-]+\.)/iu;
/** Whether a piece of text is an address. Most pieces have none of its signs, and are not looked through. */
function isAddress(text: string): boolean {
  return /[/@]|www/i.test(text) && address.test(text);
}

/** A dash that stands between words without a space; a slash between words; but no range of numbers. */
const dashes =
  /(?<=[^\s–—\d][–—]|\d—|\d\p{P}+–)(?=[\p{L}\d"“«„‘»(])|(?<=\p{L}{3}\/)(?=\p{L}{3})|(?<=\p{L}…)(?=\p{L})/gu;
/** The letters of a narrow line: what goes on for longer, and is wider than its line, has to end somewhere. */
const longestPart = 24;
/** A word, as it may be divided: letters, with accents that combine and apostrophes. */
export const wordPattern = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

/**
 * Where else than at spaces a line may end in one unbroken piece of text: index of the character that would begin the next line → what kind.
 * `stretchOf` tells about the character at an index; `soft` are the indexes that the author marked by soft hyphens, and a word that has any is
 * divided there and nowhere else. A part of a compound is long if it has `longPart` letters.
 */
export function findBreaks(
  text: string,
  stretchOf: (index: number) => Stretch | undefined,
  soft: ReadonlySet<number>,
  hyphenate: Hyphenate,
  longPart: number,
): Map<number, BreakKind> {
  const breaks = new Map<number, BreakKind>();
  const allow = (index: number, kind: BreakKind) => {
    if (stretchOf(index - 1)?.wraps && stretchOf(index)?.wraps && !breaks.has(index)) breaks.set(index, kind);
  };
  if (isAddress(text)) {
    for (const [index, kind] of addressBreaks(text)) allow(index, kind);
  } else {
    for (const index of soft) allow(index, 'hyphen');
    if (/[-‐]/.test(text))
      for (const { index } of text.matchAll(/(?<=(?:\p{L}\p{M}*){2}[-‐])(?=\p{L}\p{M}*\p{L})/gu))
        allow(index, 'compound');
    if (/[–—/…]/.test(text)) for (const { index } of text.matchAll(dashes)) allow(index, 'dash');
    for (const index of breaksAmongIdeographs(text)) allow(index, 'dash');
    for (const match of text.matchAll(wordPattern)) {
      const [letters] = match;
      const from = match.index;
      const to = from + letters.length;
      const stretch = stretchOf(from);
      if (!stretch?.divides || sameStretchDigit(text, from, to, stretchOf)) continue;
      if ([...soft].some((index) => index > from && index < to)) continue;
      const compound = /[-‐‑/]/.test(text[from - 1] ?? '') || /[-‐‑/]/.test(text[to] ?? '');
      const kind = compound && letters.length < longPart ? 'part' : 'hyphen';
      for (const count of hyphenate(letters, stretch.lang)) allow(from + count, kind);
    }
  }
  // Code and the like: after its signs, where nothing else helps.
  if (!isAddress(text) && (stretchOf(0)?.anywhere || stretchOf(text.length - 1)?.anywhere)) {
    for (const { index } of text.matchAll(/(?<=[^/._=&?,;:)\]}-]{2}[/._=&?,;:)\]}-])(?=[^\s/.,;:)\]}]{3})/g)) {
      if (stretchOf(index - 1)?.anywhere && stretchOf(index)?.anywhere) allow(index, 'anywhere');
    }
  }
  return breaks;
}

/**
 * Where else a line may end in a piece of one style that is wider than its line: anywhere, where the stylesheet allows it, and else after signs, and between
 * the syllables of words that are not divided otherwise, as in headings; and anywhere in what goes on for too long without.
 */
export function forceBreaks(text: string, stretch: Stretch, hyphenate: Hyphenate): Map<number, BreakKind> {
  const breaks = new Map<number, BreakKind>();
  if (!stretch.wraps) return breaks;
  if (stretch.anywhere) {
    // But not between a letter and its accent.
    for (const { index } of text.matchAll(/(?<!^|\u200d)(?![\p{M}\u200d])./gsu)) breaks.set(index, 'anywhere');
    return breaks;
  }
  for (const { index } of text.matchAll(/(?<=[_/\\])(?=[\p{L}\d])|(?<=[\p{L}\d])(?=\.[\p{L}\d])/gu))
    breaks.set(index, 'anywhere');
  // In an address a hyphen would be taken for a part of it.
  if (isAddress(text)) return breaks;
  for (const { 0: letters, index } of text.matchAll(wordPattern)) {
    // A hyphen would look like a part of it.
    if (/[\d_]/.test((text[index - 1] ?? '') + (text[index + letters.length] ?? ''))) continue;
    for (const count of hyphenate(letters, stretch.lang)) breaks.set(index + count, 'forced');
  }
  // What goes on for longer than a narrow line without a place to end is divided between any two signs, between letters with a hyphen.
  for (const { 0: signs, index } of text.matchAll(/[^\s/.\\_]+/gu)) {
    const stops = [0, ...[...breaks.keys()].map((at) => at - index).filter((at) => at > 0 && at < signs.length)];
    for (const [n, from] of stops.sort((a, b) => a - b).entries()) {
      const to = stops[n + 1] ?? signs.length;
      if (to - from < longestPart) continue;
      for (let at = from + 2; at < to - 1; at++) {
        if (/[\p{M}\udc00-\udfff\u200d]/u.test(signs[at] ?? '')) continue;
        breaks.set(
          index + at,
          /\p{L}\p{M}*$/u.test(signs.slice(Math.max(from, at - 4), at)) && /\p{L}/u.test(signs[at] ?? '')
            ? 'forced'
            : 'anywhere',
        );
      }
    }
  }
  return breaks;
}

/** Whether a figure belongs to the word, as in CO2, and is not a call that stands after it. */
function sameStretchDigit(
  text: string,
  from: number,
  to: number,
  stretchOf: (index: number) => Stretch | undefined,
): boolean {
  const digit = (index: number, beside: number) =>
    /[\d_]/.test(text[index] ?? '') && stretchOf(index) === stretchOf(beside);
  return digit(from - 1, from) || digit(to, to - 1);
}
