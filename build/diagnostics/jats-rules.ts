import { type FinishedRule, only } from './finished-rule.ts';

/** The rules for the finished JATS of an article. */
export const jatsRules = {
  'jats-readable': {
    level: 'error',
    holds: 'The JATS of an article is well-formed XML.',
    because: 'No program reads one that is not.',
    before: only.ours,
  },
  'jats-valid': {
    level: 'error',
    holds: 'The JATS is valid by the DTD of JATS 1.3, Journal Publishing.',
    because: 'Archives and indexes validate what they are given, and refuse what is not.',
    after: 'ANSI/NISO Z39.96-2021',
    before: ['jats-facts'],
  },
  'jats-links': {
    level: 'error',
    holds: 'Every id of the JATS occurs once, and every reference leads to one.',
    because: 'A call without its note, or a citation without its work, is lost to readers.',
    before: ['reference-target'],
  },
  'jats-graphics': {
    level: 'error',
    holds: 'The graphics that the JATS names lie beside it.',
    because: 'An archive takes both together, and shows a hole where one is missing.',
    before: ['file-exists'],
  },
  'jats-pages': {
    level: 'error',
    holds: 'The first and the last page in the JATS are those of the page record.',
    because: 'Readers cite the pages that an index shows.',
    before: only.pages,
  },
} as const satisfies Record<string, FinishedRule>;
