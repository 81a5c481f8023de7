import { type Languages, languageOrEnglish } from '../languages/languages.ts';
import type { Terms } from '../theme/terms.ts';
import { quoteMarksOf } from '../typography/quote-marks.ts';
import bundle from './in-page/index.ts?bundle';

/** The path of the script, from an issue’s folder on. */
export const passagePath = 'assets/passage.js';

/** The script that offers the citation of a selected passage; it is the same for all pages. */
export function passageScript(): string {
  return bundle.script.replace(/\n\/\/# sourceURL=.*\n?$/, ';\n');
}

/**
 * The words of the script on a page, as the data of its element: `words` are those of the article’s language, by which
 * pages are named, `said` those of the language that the page itself speaks.
 */
export function passageData(
  article: { lang: string; words: Terms },
  said: { lang: string; words: Terms },
  languages: Languages,
): Record<string, string> {
  const { outer } = quoteMarksOf(languageOrEnglish(languages, article.lang));
  const [open, close] = outer;
  return {
    'data-open': open,
    'data-close': close,
    'data-page': article.words.page ?? '',
    'data-pages': article.words.pages ?? '',
    'data-lang': said.lang,
    'data-label': said.words['web-passage'] ?? '',
    'data-copy-citation': said.words['web-copy-citation'] ?? '',
    'data-copy-link': said.words['web-copy-link'] ?? '',
    'data-copied': said.words['web-copied'] ?? '',
  };
}
