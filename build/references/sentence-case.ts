import type { TexRun } from './bib/tex.ts';
import { givenNames, properNouns, properPhrases } from './proper-nouns.ts';

/** A title in sentence case, and the words whose capitals went. */
export interface CasedTitle {
  runs: TexRun[];
  lowered: string[];
}

/**
 * Puts an English title from Title Case into sentence case, which is what CSL wants: a style that has capitals puts
 * them back. Kept are what stands in braces, the first word, the first after a colon or a full stop, words with
 * capitals or digits inside, and names of peoples, places, months and the like. A title that is not in Title Case stays
 * as it is.
 */
export function sentenceCase(runs: readonly TexRun[]): CasedTitle {
  if (!isTitleCase(runs)) return { runs: [...runs], lowered: [] };
  const lowered: string[] = [];
  let first = true;
  const lower = (run: TexRun): TexRun => {
    if (run.kind === 'mark') return run;
    if (run.kept) {
      if (/\p{L}/u.test(run.text)) first = opensAfter(run.text);
      return run;
    }
    const phrases = [...run.text.matchAll(properPhrases)].map(
      ({ 0: phrase, index }) => [index, index + phrase.length] as const,
    );
    let last = 0;
    let text = '';
    for (const { 0: word, index } of run.text.matchAll(words)) {
      const between = run.text.slice(last, index);
      if (opens.test(between)) first = true;
      text += between;
      last = index + word.length;
      const inPhrase = phrases.some(([from, to]) => index >= from && index < to);
      const keep = first || inPhrase || keepsCapital(word, run.text, index);
      first = false;
      text += keep ? word : word.toLowerCase();
      if (!keep) lowered.push(word);
    }
    const rest = run.text.slice(last);
    if (opens.test(rest)) first = true;
    return { ...run, text: text + rest };
  };
  return { runs: runs.map(lower), lowered };
}

/** A word: letters, with marks, digits, apostrophes inside. A hyphen parts two. */
const words = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’]|&(?=\p{L}))*/gu;
/** Signs before a word that begins a sentence. */
const opens = /[:?!.]["”’»)]*\s|[—–]\s*$|["“„«]\s*$/u;

function opensAfter(text: string): boolean {
  return /[:?!.]["”’»)]*\s*$/.test(text);
}

/** True if most of the words that Title Case gives a capital have one: all that are not short and not the first. */
function isTitleCase(runs: readonly TexRun[]): boolean {
  const texts = runs.filter(({ kind, text }) => kind === 'text' && text.trim() !== '');
  const text = texts.flatMap(({ kept, text }) => (kept ? [] : [text])).join(' ');
  const found = [...text.matchAll(words)].map(([word]) => word).filter((word) => /^\p{L}/u.test(word));
  const heavy = found.slice(texts[0]?.kept ? 0 : 1).filter((word) => !light.has(word.toLowerCase()) && !isName(word));
  if (heavy.length === 0) return false;
  const capital = heavy.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capital / heavy.length > 0.6;
}

/** Words that Title Case leaves small. */
const light = new Set(
  'a an the and but or nor for so yet as at by in of off on per to up via from into onto over with than vs v de du la le von van der into about after before between through under within without toward towards among against during'.split(
    ' ',
  ),
);

/** True for a word whose capital is its own, or that has none to lose. */
function keepsCapital(word: string, text: string, index: number): boolean {
  return (
    !/^\p{Lu}[\p{Ll}\p{M}'’]*$/u.test(word) ||
    isInitial(word) ||
    isName(word) ||
    givenNames.has(withoutGenitive(word)) ||
    givenNames.has(/([\p{L}\p{M}]+)\s$/u.exec(text.slice(Math.max(0, index - 40), index))?.[1] ?? '') ||
    besideInitial(text, index, index + word.length)
  );
}

/** True for one letter, other than the article. */
function isInitial(word: string): boolean {
  return /^\p{Lu}$/u.test(word) && word !== 'A';
}

/** True for a name with an initial before or behind it: `John P. Doe`. */
function besideInitial(text: string, from: number, to: number): boolean {
  return /(?:^|[\s.])\p{Lu}\.\s?$/u.test(text.slice(0, from)) || /^(?:\s\p{Lu})?\.\s?\p{Lu}/u.test(text.slice(to));
}

function isName(word: string): boolean {
  const bare = withoutGenitive(word);
  return properNouns.has(bare) || (bare.endsWith('s') && properNouns.has(bare.slice(0, -1)));
}

/** `Shevchenko’s` → `Shevchenko`. */
function withoutGenitive(word: string): string {
  return word.replace(/['’]s?$/, '');
}
