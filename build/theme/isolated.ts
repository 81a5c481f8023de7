import { directionOf, isAllRightToLeft } from '../text/direction.ts';
import { rightToLeftLetter } from '../text/language-tag.ts';
import { languageOfScript } from '../text/script.ts';

/**
 * Writes a name, or another plain text among others, as XHTML: one that has letters written from right to left stands
 * in a `<bdi>`, so that commas and names beside it keep their places; one in a script that shows its language gets it,
 * so that the right voice speaks it. Any other text is only escaped.
 */
export function isolated(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const lang = languageOf(text);
  const attributes = lang ? ` lang="${lang}" xml:lang="${lang}"` : '';
  if (rightToLeftLetter.test(text))
    return `<bdi${attributes}${lang ? ` dir="${directionOf(lang)}"` : ''}>${escaped}</bdi>`;
  return lang ? `<span${attributes}>${escaped}</span>` : escaped;
}

/** The language of a text all of whose letters are of one script that shows it. */
function languageOf(text: string): string | undefined {
  if (isAllRightToLeft(text)) return languageOfScript(/\p{Script=Hebrew}/u.test(text) ? 'Hebr' : 'Arab', text);
  const script = scripts.find(([, letters]) => letters.test(text))?.[0];
  return script && languageOfScript(script, text);
}

const onlyOf = (letters: string) => new RegExp(`^\\P{L}*(?:[${letters}]\\P{L}*)+$`, 'u');

const scripts = [
  ['Grek', onlyOf(String.raw`\p{Script=Greek}`)],
  ['Armn', onlyOf(String.raw`\p{Script=Armenian}`)],
  ['Geor', onlyOf(String.raw`\p{Script=Georgian}`)],
  ['Deva', onlyOf(String.raw`\p{Script=Devanagari}`)],
  ['Hang', onlyOf(String.raw`\p{Script=Hangul}`)],
  ['Hani', onlyOf(String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー`)],
] as const;
