import type { VFile } from 'vfile';
import type { Located } from './model.ts';
import type { FrontMatter, IssueFacts, JournalFacts } from './schema.ts';

/*
 * Facts in place of those that could not be read, so that the rest is checked. No edition is made from them.
 */

export const journalPlaceholder: JournalFacts = {
  title: '?',
  short: 'journal',
  lang: 'en',
  publisher: { name: '?' },
  editors: [{ name: '?' }],
  style: 'quarterly',
};
export const issuePlaceholder: IssueFacts = { volume: '?', number: '?', date: '2000', contents: [], 'first-page': 1 };
export const frontMatterPlaceholder: FrontMatter = { title: '?', kind: 'article', authors: [{ name: '?' }] };

/** Facts without a place in any file. */
export function placeholder<T>(file: VFile, value: T): Located<T> {
  return { value, file, at: () => undefined };
}
