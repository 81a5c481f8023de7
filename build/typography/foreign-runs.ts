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
  for (const script of ['Latn', 'Cyrl', 'Grek'] as const) {
    if (script === own || !letters[script].test(text)) continue;
    for (const { 0: match, index } of text.matchAll(patterns[script])) {
      if (script === 'Cyrl') runs.push(...apart(match, index));
      else if (script === 'Grek' || !isName(match)) runs.push({ from: index, text: match, script });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

/** Abbreviations and addresses belong to no language. */
function isName(latin: string): boolean {
  return /[:/@]|^\P{Ll}*$/u.test(latin);
}

/**
 * Words of a script, with everything between two of them except letters of another; Roman numerals belong to either.
 */
function wordsOf(script: Script): RegExp {
  const letter = String.raw`[\p{Script=${script}}\p{M}]`;
  const word = String.raw`\p{Script=${script}}(?:[\p{Script=${script}}\p{M}’'ʼ-]*${letter})?`;
  const between = String.raw`(?:[^\p{L}]|(?<!\p{L})[IVXLC]+(?!\p{L})){1,24}?`;
  return new RegExp(String.raw`(?<![\p{L}\p{M}])«?${word}(?:${between}${word})*(?:\.(?=\s?[\p{P}\d])|»)?`, 'gu');
}

const letters: Record<Script, RegExp> = {
  Latn: /\p{Script=Latin}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
};

const patterns: Record<Script, RegExp> = {
  Latn: wordsOf('Latn'),
  Cyrl: wordsOf('Cyrl'),
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
