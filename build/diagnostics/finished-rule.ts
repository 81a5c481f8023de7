import type { Rule, SourceRuleId } from './rules.ts';

/** A rule for finished editions. */
export interface FinishedRule extends Rule {
  /**
   * The rules that report the same while manuscripts, settings and styles are read; or the reason why only the finished
   * edition shows it.
   */
  before: readonly SourceRuleId[] | string;
}

/** The reasons why a fault cannot be reported before. */
export const only = {
  ours: 'No manuscript brings it about: only a fault of Offprint, or a change of the file by hand.',
  templates: 'No manuscript brings it about: only a template, or a fault of Offprint.',
  style: 'No manuscript brings it about: only a style, whose sheets are as large as the browser makes them.',
  pages: 'Where pages begin, is known when they have been made up.',
  size: 'How large a picture is printed, is known when pages have been made up; it is reported at the picture’s line then.',
  inks: 'The inks are known when colours have been turned into them. The build keeps the limit of the press; colours that lie over each other come from styles and drawings.',
  sum: 'It sums up what other rules say one by one, and these have their twins.',
} as const;
