import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { foreignScriptOf } from '../../text/foreign-scripts.ts';
import { pointAt } from '../../text/point-at.ts';

/** Words of a file with characters that no face has: letters of one script, or signs. */
export interface MissingCharacters {
  /** The name of the script; empty for signs. */
  script: string;
  characters: Set<string>;
  /** Whether these are letters with accents: some face has the letter, and some face the accent, but none has both. */
  apart: boolean;
  /** The runs of neighbouring words that lack characters, as written, each listed once. */
  words: string[];
  /** The number of missing characters in them. */
  times: number;
  /**
   * The place of the first of them; undefined if the file does not contain the words as set, for example because of an
   * escape.
   */
  at: Position | undefined;
  /** Whether all of them are in code. */
  inCode: boolean;
}

/** A text, and the offset in the file at which it begins, if that is known. */
export interface LocatedText {
  text: string;
  from?: number | undefined;
  inCode?: boolean;
}

/**
 * True if some face has a character. For a letter with accents, one face must have all of them, because a browser does
 * not set an accent in another face than its letter.
 */
export type FaceHas = (sign: string, inCode: boolean) => boolean;

/** Gathers the missing characters of a file by script, in the order of the given texts. */
export function gatherMissing(file: VFile, texts: readonly LocatedText[], has: FaceHas): MissingCharacters[] {
  const found = new Map<string, MissingCharacters>();
  for (const { text, from, inCode = false } of texts) {
    if (isPlain(text, inCode, has)) continue;
    const lacks = (sign: string) => !has(sign, inCode);
    for (const words of runsOf(text, lacks)) {
      const lacking = lackingIn(words, lacks);
      const script = scriptOf(lacking);
      const apart = [...(lacking[0] ?? '')].length > 1;
      const key = apart ? 'apart' : script;
      const missing = found.get(key) ?? {
        script,
        characters: new Set(),
        apart,
        words: [],
        times: 0,
        at: undefined,
        inCode,
      };
      found.set(key, missing);
      missing.at ??= placeInFile(file, [words, lacking[0] ?? ''], from);
      missing.inCode &&= inCode;
      missing.times += lacking.length;
      for (const character of lacking) missing.characters.add(character);
      if (!missing.words.includes(words)) missing.words.push(words);
    }
  }
  return [...found.values()];
}

/**
 * True if a text consists of characters of one code unit that some face has, without marks. This is true of nearly all
 * texts, and known a hundred times sooner than what is missing.
 */
function isPlain(text: string, inCode: boolean, has: FaceHas): boolean {
  const tables = plainUnits.get(has) ?? [new Uint8Array(2 ** 16), new Uint8Array(2 ** 16)];
  plainUnits.set(has, tables);
  const table = tables[inCode ? 1 : 0] as Uint8Array;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (table[unit] === 0) {
      const sign = String.fromCharCode(unit);
      table[unit] = /[\p{M}\p{Cs}]/u.test(sign) || !has(sign, inCode) ? 2 : 1;
    }
    if (table[unit] === 2) return false;
  }
  return true;
}

/** For each code unit: 1 if it is plain, 2 if not, 0 if it was not met yet; in texts and in code. */
const plainUnits = new WeakMap<FaceHas, [Uint8Array, Uint8Array]>();

/** Runs of neighbouring words that each lack a character, without the punctuation around the run. */
function runsOf(text: string, lacks: (character: string) => boolean): string[] {
  if (lackingIn(text, lacks).length === 0) return [];
  const runs: string[][] = [[]];
  for (const word of text.split(/\s+/)) {
    if (lackingIn(word, lacks).length > 0) runs.at(-1)?.push(word);
    else if (runs.at(-1)?.length) runs.push([]);
  }
  return runs.filter(({ length }) => length > 0).map((words) => trimmed(words.join(' '), lacks));
}

/** The characters of a text that no face has; if there are none, its letters with accents that no single face has. */
function lackingIn(text: string, lacks: (sign: string) => boolean): string[] {
  const single = [...text].filter(lacks);
  return single.length > 0 ? single : (text.match(/\P{M}\p{M}+/gu) ?? []).filter(lacks);
}

function trimmed(words: string, lacks: (character: string) => boolean): string {
  const letters = words.match(/\P{M}\p{M}*|^\p{M}+/gu) ?? [];
  const isKept = (letter: string) => /[\p{L}\p{M}\p{N}]/u.test(letter) || lackingIn(letter, lacks).length > 0;
  return letters.slice(letters.findIndex(isKept), letters.findLastIndex(isKept) + 1).join('');
}

function scriptOf(characters: readonly string[]): string {
  return characters.map((character) => foreignScriptOf(character)?.name).find(Boolean) ?? '';
}

/**
 * The place of the first of `words` that the file contains from an offset on; else the place of the offset. Undefined
 * if neither is known.
 */
export function placeInFile(file: VFile, words: readonly string[], from = 0): Position | undefined {
  const source = String(file.value ?? '');
  for (const what of words) {
    const at = what ? source.indexOf(what, from) : -1;
    if (at >= 0) return { start: pointAt(source, at), end: pointAt(source, at + what.length) };
  }
  return source && from > 0 ? { start: pointAt(source, from), end: pointAt(source, from + 1) } : undefined;
}
