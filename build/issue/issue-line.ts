import { formatDate } from '../text/date.ts';
import { withNumber } from '../text/number-label.ts';
import type { Terms } from '../theme/terms.ts';
import type { Issue } from './model.ts';

/** The volume, number and date of an issue, in words of the journal's language. */
export interface IssueLine {
  /** `Volume 1` */
  volume: string;
  /** `1`, `3–4` */
  count: string;
  /** `Number 1` or, if issues are also counted through, `Number 1 (27)`. */
  number: string;
  /** `September 2015`, with a capital even where the language writes months without. */
  date: string;
  /** `Vol. 1, No. 1` */
  short: string;
}

/** Writes the issue's volume, number and date in words. */
export function issueLine({ facts }: Issue, words: Terms): IssueLine {
  const [volume = '', count = '', whole] = [facts.volume, facts.number, facts.whole].map(withDash);
  const number = whole ? `${count} (${whole})` : count;
  const numbered = (word: string, of: string): string => withNumber(words[word] ?? '', of);
  const date = formatDate(facts.date, words);
  return {
    volume: numbered('volume', volume),
    count,
    number: numbered('number', number),
    date: date.charAt(0).toUpperCase() + date.slice(1),
    short: `${numbered('vol', volume)}, ${numbered('no', number)}`,
  };
}

/** A number with a dash for the hyphen that is typed for a double issue, `3-4`. */
function withDash(count: string | undefined): string | undefined {
  return count?.replace(/(?<=\d)-(?=\d)/g, '–');
}
