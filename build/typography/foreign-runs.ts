import { cyrillicLanguage, type Script, scriptOf } from '../text/script.ts';

/** A stretch of a text in another script than the text around it. */
export interface ForeignRun {
  /** UTF-16 units from the text’s beginning. */
  from: number;
  text: string;
  script: Script;
}

/**
 * The stretches of a text in a language that are in another script, in order. A lone Greek letter is a sign, not a
 * word.
 */
export function foreignRunsIn(text: string, lang: string): ForeignRun[] {
  const own = scriptOf(lang);
  const runs: ForeignRun[] = [];
  for (const script of isCommon.test(text) ? common : all) {
    if (script === own || !letters[script].test(text)) continue;
    for (const { 0: match, index } of text.matchAll(patterns[script])) {
      if (script === 'Cyrl') runs.push(...apart(match, index));
      else if (script === 'Hebr' || script === 'Arab')
        runs.push({ from: index, text: closed(match, text, index), script });
      else if (script !== 'Latn' || !isName(match)) runs.push({ from: index, text: match, script });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

/**
 * Words from right to left with the marks that close what is opened among them: mirrored, an opening bracket would
 * stand alone.
 */
function closed(words: string, text: string, from: number): string {
  let to = from + words.length;
  for (;;) {
    const opener = openers[text.charAt(to)];
    if (opener === undefined) return text.slice(from, to);
    const inside = text.slice(from, to);
    const count = (sign: string) => inside.split(sign).length - 1;
    const isOpen = opener === text.charAt(to) ? count(opener) % 2 === 1 : count(opener) > count(text.charAt(to));
    if (!isOpen) return inside;
    to++;
  }
}

const openers: Record<string, string> = { ')': '(', ']': '[', '}': '{', '»': '«', '”': '“', '"': '"', '›': '‹' };

/** Abbreviations and addresses belong to no language. */
function isName(latin: string): boolean {
  return /[:/@]|^\P{Ll}*$/u.test(latin);
}

/**
 * Words of a script, with everything between two of them except letters of another; Roman numerals belong to either.
 */
function wordsOf(script: string): RegExp {
  const own = `[${script}]`;
  const letter = String.raw`[${script}\p{M}]`;
  const word = String.raw`${own}(?:[${script}\p{M}’'ʼ-]*${letter})?`;
  const between = String.raw`(?:[^\p{L}]|(?<!\p{L})[IVXLC]+(?!\p{L})){1,24}?`;
  return new RegExp(String.raw`(?<![\p{L}\p{M}])«?${word}(?:${between}${word})*(?:\.(?=\s?[\p{P}\d])|»)?`, 'gu');
}

/**
 * Words of a script that may stand beside letters of another, without numerals and stops at their ends; `parting` are
 * signs that part two such words.
 */
function onlyWordsOf(script: string, parting = ''): RegExp {
  const word = String.raw`[${script}][${script}\p{M}]*(?:["'״׳’-][${script}][${script}\p{M}]*)*`;
  return new RegExp(String.raw`${word}(?:[^\p{L}${parting}]{1,24}?${word})*`, 'gu');
}

const classes: Record<Script, string> = {
  Latn: String.raw`\p{Script=Latin}`,
  Cyrl: String.raw`\p{Script=Cyrillic}`,
  Grek: String.raw`\p{Script=Grek}`,
  Hebr: String.raw`\p{Script=Hebrew}`,
  Arab: String.raw`\p{Script=Arabic}`,
  Armn: String.raw`\p{Script=Armenian}`,
  Geor: String.raw`\p{Script=Georgian}`,
  Deva: String.raw`\p{Script=Devanagari}`,
  Hani: String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー々`,
  Hang: String.raw`\p{Script=Hangul}`,
};
const all = Object.keys(classes) as Script[];
const common: readonly Script[] = ['Latn', 'Cyrl', 'Grek'];
/** Most texts have letters of these scripts alone, and are not searched for others. */
const isCommon = /^[\0-\u052f\u1e00-\u24ff]*$/u;

const eachScript = <T>(make: (script: Script) => T) =>
  Object.fromEntries(all.map((script) => [script, make(script)])) as Record<Script, T>;

const letters = eachScript((script) => new RegExp(`[${classes[script]}]`, 'u'));

const patterns: Record<Script, RegExp> = {
  ...eachScript((script) =>
    script === 'Latn' || script === 'Cyrl' ? wordsOf(classes[script]) : onlyWordsOf(classes[script]),
  ),
  // Arabic has a comma of its own: another one parts words of a list in the text around.
  Arab: onlyWordsOf(classes.Arab, ',;'),
  Grek: /\p{Script=Grek}{2}[\p{Script=Grek}\p{M}]*(?:[^\p{L}]{1,24}?\p{Script=Grek}[\p{Script=Grek}\p{M}]*)*/gu,
};

/**
 * Divides a Cyrillic run at quotation marks, semicolons and ends of sentences, if the letters on the two sides show two
 * languages.
 */
function apart(text: string, from: number): ForeignRun[] {
  const runs: ForeignRun[] = [];
  let told: string | undefined;
  for (const { 0: part, index } of text.matchAll(/[^;«»“”„"]+[;«»“”„"]*|[;«»“”„"]+/g)) {
    const lang = cyrillicLanguage(part);
    const last = runs.at(-1);
    if (last && (!lang || !told || lang === told)) last.text += part;
    else runs.push({ from: from + index, text: part, script: 'Cyrl' });
    told = lang ?? told;
  }
  return runs;
}
