import type { JournalFacts } from '../../issue/schema.ts';
import { type OjsVersion, ojsLocale } from './locales.ts';

/** The names that a journal’s OJS has for things, by its version and what journal.yaml says. */
export interface OjsLook {
  version: OjsVersion;
  locale(lang: string): string;
  /** The locale of the journal. */
  main: string;
  authorGroup: string;
  genre: string;
  /** The address for authors without one. */
  email?: string | undefined;
}

/** Reads how a journal’s OJS calls things. */
export function ojsLook({ lang, deposit }: JournalFacts, version?: OjsVersion): OjsLook {
  const { ojs } = deposit ?? {};
  const used = version ?? ojs?.version ?? '3.4';
  const isUkrainian = lang.split('-')[0] === 'uk';
  return {
    version: used,
    locale: (tag) => ojsLocale(tag, used),
    main: ojsLocale(lang, used),
    authorGroup: ojs?.['author-group'] ?? (isUkrainian ? 'Автор' : 'Author'),
    genre: ojs?.genre ?? (isUkrainian ? 'Текст статті' : 'Article Text'),
    email: ojs?.email,
  };
}
