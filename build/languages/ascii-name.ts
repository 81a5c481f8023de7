import slugify from '@sindresorhus/slugify';
import { romanise } from './romanise.ts';

/**
 * Returns a name for files and ids: lower-case ASCII letters, digits and hyphens; other scripts are transliterated by
 * the rules of the text’s language.
 */
export function asciiName(text: string, lang?: string): string {
  const latin = romanise(text, lang);
  // To transliterate takes long, and changes nothing of plain words.
  return slugify(latin, { decamelize: false, transliterate: !/^[\w\s.,:;!?'"()-]*$/.test(latin) });
}
