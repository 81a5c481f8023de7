import type { ElementContent } from 'hast';
import type { VFile } from 'vfile';
import type { Phrase } from '../issue/model.ts';
import type { Terms } from '../theme/terms.ts';
import { typesetText } from '../typography/typeset.ts';
import { plainWords } from './constructs/text/plain-words.ts';
import type { PhraseLanguages } from './phrase.ts';

/** The file and the languages in which values of front matter are set, and the words of the article’s. */
export interface StatementContext {
  own: PhraseLanguages;
  file: VFile;
  terms: Terms;
}

/** A phrase of finished parts. */
export function phraseOfParts(parts: readonly ElementContent[]): Phrase {
  const tree = parts.filter((part) => part.type !== 'text' || part.value !== '');
  return { tree, text: plainWords({ type: 'root', children: tree }).replace(/\s+/g, ' ').trim() };
}

/** A plain text with the signs of a language. */
export function textPart(words: string, { own }: StatementContext, lang = own.lang): ElementContent {
  return { type: 'text', value: typesetText(words, lang, own.languages) };
}

/** An element for words, with their language where it is not the article’s. */
export function languagePart(
  tagName: 'em' | 'span',
  children: ElementContent[],
  lang: string,
  { own }: StatementContext,
): ElementContent {
  return { type: 'element', tagName, properties: lang === own.lang ? {} : { lang }, children };
}

/** A link to a DOI, which shows its address. */
export function doiPart(doi: string): ElementContent {
  const href = `https://doi.org/${doi}`;
  return { type: 'element', tagName: 'a', properties: { href }, children: [{ type: 'text', value: href }] };
}
