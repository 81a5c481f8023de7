import { issueLine } from '../issue/issue-line.ts';
import { locatorsOf, type PageLocator } from '../record/locators.ts';
import { withNumber } from '../text/number-label.ts';
import type { Terms } from '../theme/terms.ts';
import type { BuiltIssue } from './built-issue.ts';
import { isCountedOn } from './count-on.ts';

/** A page in an issue of a year, or a range of pages. */
export interface YearPlace {
  issue: BuiltIssue;
  first: string;
  last?: string;
  isNote: boolean;
}

/** Writes the pages of places in the issues of a year: `5–24, 80`; `No. 1, 5–24; No. 2, 3` where each begins with 1. */
export type WritePages = (places: readonly YearPlace[]) => string;

/** The writer of pages for the issues of a year. */
export function pagesWriter(issues: readonly BuiltIssue[], words: Terms): WritePages {
  const isOn = isCountedOn(issues);
  return (places) => {
    const byIssue = issues.flatMap((issue) => {
      const own = places.filter((place) => place.issue === issue);
      const located = own.map(({ first, last, isNote }) => ({ id: first, ...(last ? { to: last } : {}), isNote }));
      const listed = locatorsOf(located, (folio) => folio)
        .map((one) => locatorText(one, words))
        .join(', ');
      if (!listed) return [];
      const number = withNumber(words.no ?? '', issueLine(issue.issue, words).count);
      return [isOn ? listed : [number, listed].join(', ')];
    });
    return byIssue.join(isOn ? ', ' : '; ');
  };
}

function locatorText({ first, last, isNote }: PageLocator, words: Terms): string {
  const pages = last ? `${first}–${last}` : first;
  return isNote ? (words['index-note'] ?? '{folio}').replace('{folio}', pages) : pages;
}
