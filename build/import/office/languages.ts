import { isLanguageTag } from '../../text/language-tag.ts';
import { cyrillicLanguage, scriptIn, scriptOf } from '../../text/script.ts';
import type { Fact } from '../imported.ts';
import type { Atom } from './atoms.ts';
import type { OfficeBlock, ParagraphBlock } from './blocks.ts';
import { commonIn, commonWords } from './common-words.ts';

/** All paragraphs of blocks, those in tables too. */
export function paragraphsIn(blocks: readonly OfficeBlock[]): ParagraphBlock[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.flatMap((cell) => paragraphsIn(cell.blocks))),
  );
}

/**
 * The language of a text: what the file says of most of its letters, as far as their script and small words bear it
 * out. Programs say the machine’s language of much that is typed.
 */
export function mainLanguage(blocks: readonly OfficeBlock[]): Fact<string> | undefined {
  const said = new Map<string, number>();
  let text = '';
  const paragraphs = paragraphsIn(blocks);
  for (const { atoms } of paragraphs)
    for (const atom of atoms) {
      if (atom.type !== 'text') continue;
      if (text.length < 30_000) text += `${atom.text} `;
      const tag = tagOf(atom.format.lang);
      if (tag) said.set(tag, (said.get(tag) ?? 0) + atom.text.length);
    }
  const first = paragraphs[0];
  if (!first || text.trim().length < 20) return undefined;
  const script = scriptIn(text);
  const fitting = [...said].filter(([tag]) => scriptOf(tag) === script).sort(([, a], [, b]) => b - a);
  const byWords = bestByWords(text, script);
  const usual = fitting.find(([tag]) => languageOf(tag) === byWords)?.[0] ?? byWords;
  const value = usual ?? fitting[0]?.[0] ?? (script === 'Cyrl' ? cyrillicLanguage(text) : undefined);
  if (!value) return undefined;
  return {
    value,
    confidence: fitting[0] && languageOf(fitting[0][0]) === languageOf(value) ? 0.95 : 0.7,
    at: first.from,
  };
}

/** The language that the letters or the small words of a text tell, if they tell one clearly. */
function bestByWords(text: string, script: string): string | undefined {
  // Quotations in a second language have its letters, too: they are counted.
  if (script === 'Cyrl') return bestByLetters(text) ?? cyrillicLanguage(text);
  const [best, next] = countedWords(text, script);
  const all = text.match(/\p{L}+/gu)?.length ?? 0;
  if (!best || best[1] < Math.max(3, all * 0.08) || (next && next[1] > best[1] * 0.8)) return undefined;
  return best[0];
}

/** Letters that one of the languages in Cyrillic has, and the others have not. */
const ownLetters: [string, RegExp][] = [
  ['uk', /[іїєґ]/gi],
  ['ru', /[ыэё]/gi],
  ['be', /ў/gi],
  ['sr', /[ђћљњџј]/gi],
];

function bestByLetters(text: string): string | undefined {
  const counts = ownLetters.map(([language, letters]) => [language, text.match(letters)?.length ?? 0] as const);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  if (best && best[1] >= 3) return best[0];
  return (text.match(/ъ/gi)?.length ?? 0) > text.length / 200 ? 'bg' : undefined;
}

function countedWords(text: string, script: string): [string, number][] {
  return Object.keys(commonWords)
    .filter((language) => scriptOf(language) === script)
    .map((language): [string, number] => [language, commonIn(text, language)])
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
}

const languageOf = (tag: string): string => tag.split('-')[0] ?? tag;

/** A tag of a file as BCP 47; undefined for `x-none` and the like. */
function tagOf(said: string | undefined): string | undefined {
  if (!said) return undefined;
  if (!tags.has(said)) {
    const tag = said.replaceAll('_', '-');
    tags.set(said, /^(?:x-|zxx|none|und)/i.test(said) || !isLanguageTag(tag) ? undefined : tag);
  }
  return tags.get(said);
}

/** Tags that were looked at already: every run has one. */
const tags = new Map<string, string | undefined>();

/**
 * Keeps of the languages that a file says those that differ from that of the text, and that script and words bear out.
 * A paragraph in another language has it as a whole.
 */
export function settleLanguages(blocks: readonly OfficeBlock[], main: string): void {
  for (const paragraph of paragraphsIn(blocks)) settleIn(paragraph, languageOf(main));
}

function settleIn(paragraph: ParagraphBlock, main: string): void {
  const { atoms } = paragraph;
  for (let i = 0; i < atoms.length; ) {
    const language = saidOf(atoms[i] as Atom);
    let end = i + 1;
    while (end < atoms.length && (saidOf(atoms[end] as Atom) === language || isWithoutLetters(atoms[end] as Atom)))
      end++;
    const stretch = atoms.slice(i, end);
    const text = stretch.map((atom) => (atom.type === 'text' ? atom.text : ' ')).join('');
    const isCut = endsInWord(atoms[i - 1], stretch[0]) || endsInWord(stretch.at(-1), atoms[end]);
    const kept = language && !isCut && isForeign(text, language, main, stretch) ? language : undefined;
    for (const { format } of stretch) {
      if (kept) format.lang = kept;
      else delete format.lang;
    }
    i = end;
  }
  const withLetters = atoms.filter((atom) => atom.type === 'text' && /\p{L}/u.test(atom.text));
  const [first] = withLetters;
  const whole = first?.format.lang;
  if (whole && withLetters.every(({ format }) => format.lang === whole)) {
    paragraph.lang = whole;
    for (const { format } of atoms) delete format.lang;
    return;
  }
  // Spaces and signs at the ends of a stretch are of the language around.
  for (const [i, atom] of atoms.entries())
    if (isWithoutLetters(atom) && atom.format.lang !== atoms[i + 1]?.format.lang) delete atom.format.lang;
}

/** True if a word goes on from one piece to the next. */
function endsInWord(one: Atom | undefined, next: Atom | undefined): boolean {
  return one?.type === 'text' && next?.type === 'text' && /\p{L}$/u.test(one.text) && /^\p{L}/u.test(next.text);
}

const saidOf = ({ format }: Atom): string | undefined => {
  const tag = tagOf(format.lang);
  return tag && languageOf(tag);
};

function isWithoutLetters(atom: Atom): boolean {
  return atom.type === 'node' || !/\p{L}/u.test(atom.text);
}

function isForeign(text: string, language: string, main: string, stretch: readonly Atom[]): boolean {
  const letters = text.replace(/\P{L}/gu, '');
  if (language === main || letters.length < 3) return false;
  const script = scriptIn(letters);
  if (script !== scriptOf(language)) return false;
  if (script === 'Cyrl') {
    const told = cyrillicLanguage(letters);
    if (told && told !== language) return false;
  }
  // Another script is seen by everybody; Offprint finds it, and the file says which language it is.
  if (script !== scriptOf(main)) return true;
  const own = commonIn(text, language);
  const others = commonIn(text, main);
  if (own > others) return true;
  if (others > 0 || !commonWords[language]) return others === 0 && isSetOff(stretch) && !commonWords[language];
  return isSetOff(stretch) && text.trim().split(/\s+/).length <= 6;
}

/** True for words in italics, as foreign terms are. */
function isSetOff(stretch: readonly Atom[]): boolean {
  return stretch.every((atom) => isWithoutLetters(atom) || atom.format.italic === true);
}
