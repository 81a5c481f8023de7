import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { foreignScriptOf } from '../../text/foreign-scripts.ts';

/** Words of a file that have letters which no face has, all of one script, or signs. */
export interface Missing {
  /** The script’s name; empty for signs. */
  script: string;
  characters: Set<string>;
  /** Whether they are letters with accents, each of which some face has, but none has both. */
  apart: boolean;
  /** Words one after another, as they stand there, each once. */
  words: string[];
  /** How often such a character stands there. */
  times: number;
  /** Where the first of them stands; undefined where the file does not have it as it is, as behind an escape. */
  at: Position | undefined;
  /** Whether all of them stand in code. */
  inCode: boolean;
}

/** A text, and where in the file it begins, as far as it is known. */
export interface LocatedText {
  text: string;
  from?: number | undefined;
  inCode?: boolean;
}

/** Whether some face has a character; or all of a letter with its accents, for a browser sets no accent in another face than its letter. */
export type Has = (sign: string, inCode: boolean) => boolean;

/** Gathers what is missing in the texts of a file by script, in the order in which they were given. */
export function gatherMissing(file: VFile, texts: readonly LocatedText[], has: Has): Missing[] {
  const found = new Map<string, Missing>();
  for (const { text, from, inCode = false } of texts) {
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
      missing.at ??= placeOfWords(file, [words, lacking[0] ?? ''], from);
      missing.inCode &&= inCode;
      missing.times += lacking.length;
      for (const character of lacking) missing.characters.add(character);
      if (!missing.words.includes(words)) missing.words.push(words);
    }
  }
  return [...found.values()];
}

/** Words that follow one another, each with a character that is missing, without the marks around them. */
function runsOf(text: string, lacks: (character: string) => boolean): string[] {
  if (lackingIn(text, lacks).length === 0) return [];
  const runs: string[][] = [[]];
  for (const word of text.split(/\s+/)) {
    if (lackingIn(word, lacks).length > 0) runs.at(-1)?.push(word);
    else if (runs.at(-1)?.length) runs.push([]);
  }
  return runs.filter(({ length }) => length > 0).map((words) => trimmed(words.join(' '), lacks));
}

/** The characters of a text that are missing; where all are there, the letters with accents that no one face has. */
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

/** Where the first of some words stands in a file that it has, from an offset on; else the offset. Undefined where neither is known. */
export function placeOfWords(file: VFile, words: readonly string[], from = 0): Position | undefined {
  const source = String(file.value ?? '');
  for (const what of words) {
    const at = what ? source.indexOf(what, from) : -1;
    if (at >= 0) return { start: pointOf(source, at), end: pointOf(source, at + what.length) };
  }
  return source && from > 0 ? { start: pointOf(source, from), end: pointOf(source, from + 1) } : undefined;
}

function pointOf(source: string, offset: number): Point {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), offset };
}
