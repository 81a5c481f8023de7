import { type FinishedRule, only } from './finished-rule.ts';

/** The rules for finished pages on the web. */
export const webRules = {
  'web-html': {
    level: 'error',
    holds: 'A page on the web is HTML that every browser reads alike.',
    because: 'Browsers repair what is not, and some text may go elsewhere by it.',
    before: ['html-allowed', 'html-closed', 'template-valid'],
  },
  'web-links': {
    level: 'error',
    holds: 'Every id of a page occurs once, and every link and every file that a page names is there.',
    because: 'A reader who follows one that is not is lost.',
    before: ['reference-target', 'file-exists'],
  },
  'web-alone': {
    level: 'error',
    holds: 'A page loads nothing from elsewhere, runs no script of its own, and says so to the browser.',
    because: 'What comes from others watches readers, may change, and is gone one day.',
    before: only.templates,
  },
  'web-pages': {
    level: 'warning',
    holds: 'Every page of the print edition that has text begins somewhere on the web.',
    because: 'Readers cite by these pages, and links lead to them.',
    before: only.pages,
  },
} as const satisfies Record<string, FinishedRule>;
