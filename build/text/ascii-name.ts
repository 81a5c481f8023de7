import slugify from '@sindresorhus/slugify';
import { romanise } from './romanise.ts';

/** A name for files and ids: lower-case ASCII letters, digits and hyphens; other scripts are transliterated, as the language of the text does. */
export function asciiName(text: string, lang?: string): string {
  const latin = romanise(text, lang);
  // To transliterate takes long, and changes nothing of plain words.
  return slugify(latin, { decamelize: false, transliterate: !/^[\w\s.,:;!?'"()-]*$/.test(latin) });
}
