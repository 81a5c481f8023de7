import slugify from '@sindresorhus/slugify';

/** A name for files and ids: lower-case ASCII letters, digits and hyphens; other scripts are transliterated. */
export function asciiName(text: string): string {
  return slugify(text, { decamelize: false });
}
