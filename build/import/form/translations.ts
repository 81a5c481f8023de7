import type { RootContent } from 'mdast';
import { attributesOf } from '../../manuscript/tree.ts';
import { cyrillicLanguage, scriptIn, scriptOf } from '../../text/script.ts';
import { type AuthorPlace, firstWords } from '../imported.ts';
import { wordsOfPhrase } from '../words-of-manuscript.ts';
import type { FormContext } from './context.ts';
import type { FormWords, WordKind } from './form-words.ts';
import { inlineText } from './inline-text.ts';
import { lineOfBlock } from './line-of.ts';
import { placeOfBlock, remove, unwrappedBlock } from './opening-blocks.ts';
import { readAuthors } from './read-authors.ts';
import { isInCapitals, recase } from './recase.ts';
import { takeFor } from './take-for.ts';
import { hasPicture, isNoTitle } from './title.ts';

/** True for a fact that may be there in another language, too. */
export const isTranslated = (kind: WordKind): kind is 'abstract' | 'keywords' =>
  kind === 'abstract' || kind === 'keywords';

/** The language of a labelled text, where it is not the article’s: by its words, its letters, or its label. */
export function foreignLanguage(
  words: FormWords,
  kind: WordKind,
  value: string,
  label: string,
  main: string,
): string | undefined {
  const byLabel = words.languagesOf(kind, label);
  const lang = words.languageOf(value) ?? (byLabel.length === 1 ? byLabel[0] : languageByLetters(value));
  return lang === undefined || lang === main || byLabel.includes(main) ? undefined : lang;
}

function languageByLetters(text: string): string | undefined {
  return scriptIn(text) === 'Cyrl' ? cyrillicLanguage(text) : undefined;
}

/** Puts an abstract or keywords of another language among the translations; false if that language has some. */
export function takeTranslation(
  { imported: { facts } }: FormContext,
  { kind, value, at, lang }: { kind: 'abstract' | 'keywords'; value: string; at: AuthorPlace; lang: string },
): boolean {
  if (kind === 'abstract' ? value.length < 60 : value.length > 800) return false;
  facts.translations ??= [];
  let own = facts.translations.find((one) => one.value.lang === lang);
  if (own?.value[kind]) return false;
  if (!own) {
    own = { value: { lang }, confidence: 0.9, at };
    facts.translations.push(own);
  }
  if (kind === 'abstract') own.value.abstract = value;
  else own.value.keywords = listed(wordsOfPhrase(value));
  return true;
}

/** The title in another language, above an abstract in it: a short line that stands out, and has no names. */
export function takeTranslatedTitle(
  context: FormContext,
  lang: string,
  main: string,
  above: readonly RootContent[],
): void {
  const { imported, words } = context;
  const own = imported.facts.translations?.find((one) => one.value.lang === lang)?.value;
  if (!own || own.title) return;
  const node = above.findLast((one) => {
    if (one.type !== 'heading' && one.type !== 'paragraph') return false;
    const text = lineOfBlock(one);
    const { bold, capitals, align } = one.data?.look ?? {};
    const standsOut = one.type === 'heading' || bold || capitals || align === 'center';
    if (!standsOut || text.length < 8 || text.length > 220 || isNoTitle(text, words) || hasPicture(one)) return false;
    if (/[.;,]$/.test(text) || readAuthors([text], words)) return false;
    const told = attributesOf(one).lang?.split('-')[0];
    if (told) return told === lang;
    const isLatin = scriptIn(text) !== 'Cyrl';
    return isLatin ? scriptOf(main) === 'Cyrl' && scriptOf(lang) !== 'Cyrl' : languageByLetters(text) === lang;
  });
  if (node?.type !== 'heading' && node?.type !== 'paragraph') return;
  const name = firstWords(lineOfBlock(node));
  const made = `title in ${lang}`;
  const found = 'A line above an abstract in another language';
  const about = { rule: 'import-title', confidence: 0.8, at: placeOfBlock(node), words: name, found } as const;
  if (takeFor(context, about, [made, 'paragraph']).made !== made) return;
  const title = inlineText(unwrappedBlock(node));
  own.title = isInCapitals(title) ? recase(title, own.abstract ?? '', lang, words.of('small', lang)) : title;
  remove(context, node);
}

/** Keywords as a list. */
export function listed(value: string): string[] {
  return value
    .replace(/\.\s*$/, '')
    .split(value.includes(';') ? /\s*;\s*/ : /\s*[,·•]\s*/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => word.replace(/\s+/g, ' ').trim());
}
