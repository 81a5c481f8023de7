import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { isDoi, isIsbn, isIssn } from '../text/identifiers.ts';
import type { CslItem } from './item.ts';

/** The place of a field of CSL-JSON in the file that it comes from; of its entry, where the field is not written. */
export type PlaceOf = (field: string) => Position;

/** Reports what an item lacks, or has in the wrong form. `dated` is true if its date was written, or reported. */
export function checkItem(item: CslItem, file: VFile, placeOf: PlaceOf, dated: boolean): void {
  if (!item.title && !untitled.has(item.type))
    report(file, 'reference-title', {
      at: placeOf('title'),
      found: `The entry ${item.id} has no title`,
      fix: 'Write one; for a letter or an interview, say what it is.',
      alike: 'no title',
    });
  if (!item.issued && !dated)
    report(file, 'reference-date', {
      at: placeOf('issued'),
      found: `The entry ${item.id} has no date`,
      fix: 'Write the year; if the work has none, write “n. d.”.',
      alike: 'no date',
    });
  for (const [field, form, holds] of identifiers) {
    const value = item[field];
    if (typeof value !== 'string') continue;
    for (const one of field === 'DOI' ? [value] : value.split(/[\s,;/]+(?:and\s+)?/)) {
      const bare = one.replace(/\(.*?\)$/, '');
      if (bare === '' || !/\d/.test(bare) || holds(bare)) continue;
      if (field === 'ISBN' && /^\d{4}[-‐–]?\d{3}[\dX]$/i.test(bare) && isIssn(normalIssn(bare))) {
        report(file, 'reference-identifier', {
          at: placeOf(field),
          level: 'info',
          found: `The ISBN of ${item.id} is an ISSN, ${bare}`,
          fix: 'Call the field issn: it names the journal.',
          alike: 'an ISSN as ISBN',
        });
        continue;
      }
      report(file, 'reference-identifier', {
        at: placeOf(field),
        found: `The ${field} of ${item.id} is “${bare}”`,
        expected: form,
        fix:
          field === 'DOI' ? 'Copy it again from the work’s own page.' : 'Compare it with the work: a digit is wrong.',
        alike: `form of ${field}`,
      });
    }
  }
}

/** Types that are often without a title of their own. */
const untitled = new Set([
  'personal_communication',
  'interview',
  'legal_case',
  'review',
  'review-book',
  'entry-dictionary',
]);

const identifiers: [string, string, (text: string) => boolean][] = [
  ['DOI', 'a DOI such as 10.5555/ua.2015.1', isDoi],
  ['ISBN', 'ten or thirteen digits, the last of which fits the others', isIsbn],
  ['ISSN', 'eight digits, the last of which fits the others: 1234-5679', (text) => isIssn(normalIssn(text))],
];

function normalIssn(text: string): string {
  const signs = text.replace(/[-‐–\s]/g, '').toUpperCase();
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
