import { report } from '../diagnostics/report.ts';
import { articleOfId } from '../issue/ids.ts';
import type { Issue } from '../issue/model.ts';
import { markOf, placeIn } from '../issue/places.ts';
import type { BreakableRule } from './costs.ts';
import type { PagesMade } from './join-pages.ts';

/** The messages about broken rules, and what an editor can do. */
const messages: Record<BreakableRule, { found: string; fix: string }> = {
  paragraphParted: {
    found: 'leaves a single line of a paragraph in a column',
    fix: 'Make the paragraph a line longer or shorter.',
  },
  noteParted: {
    found: 'leaves a single line of a note on one side of the turn',
    fix: 'Make the note a line longer or shorter, or move its call.',
  },
  avoid: { found: 'parts what the style keeps together', fix: 'Reword what comes before.' },
  headingParted: {
    found: 'ends with a heading, or with a single line after one',
    fix: 'Reword what comes before the heading.',
  },
  floatAway: {
    found: 'does not hold the figure or table whose notes are called on it',
    fix: 'Move the figure or table elsewhere in the text.',
  },
  floatAstray: {
    found: 'has a figure or table that stands beyond the end of its article',
    fix: 'Move it up in the text, or make it smaller: of a picture, {width=60mm} behind it.',
  },
  floatAlone: {
    found: 'has nothing but a figure or table, after the end of its article',
    fix: 'Move it up in the text, or make it smaller: of a picture, {width=60mm} behind it.',
  },
  greedy: {
    found: 'begins what can be made up in so many ways that not all were tried',
    fix: 'Have the style set fewer columns, or divide the article, if its pages are not good.',
  },
  noteLate: {
    found: 'has no room for a note that is called on it',
    fix: 'Shorten the notes, or move their calls apart.',
  },
  overfull: { found: 'holds something that is higher than it', fix: 'Make it smaller, or divide it.' },
};

/** Reports everything that could not be done well, each in its manuscript. */
export function reportPages(
  issue: Issue,
  { brokenRules, foliosHold, misplaced, divided, tooWide, list }: PagesMade,
): void {
  for (const { page, rule, place } of brokenRules) {
    const where = placeIn(issue, place.block || markOf(articleOfId(place.note) || (list[page - 1]?.of ?? '')));
    const file = where?.file ?? issue.files[0];
    if (!file) continue;
    const { found, fix } = messages[rule];
    report(file, 'page-rules', {
      at: where?.at,
      found: place.text
        ? `Page ${page} of the PDF ${found}: “${place.text} …”`
        : `Page ${page} of the PDF ${found}, at a formula or a picture`,
      fix,
    });
  }
  for (const place of divided) {
    const where = placeIn(issue, place);
    if (where)
      report(where.file, 'page-rules', {
        at: where.at,
        found: 'A row of a table is higher than a page, and is divided between its lines',
        fix: 'Make several rows of it, or a text.',
      });
  }
  for (const place of tooWide) {
    const where = placeIn(issue, place);
    if (where)
      report(where.file, 'table-fits', {
        at: where.at,
        found: 'This table is too wide for its page: words and numbers in it are broken where they must not be',
        fix: 'Take columns out of it, make rows of its columns, or make two tables of it.',
      });
  }
  const [file] = issue.files;
  if (!file) return;
  if (!foliosHold) {
    report(file, 'folios-settled', {
      found: 'A reference to a page changes the page it refers to, over and over',
      fix: 'Reword the paragraph of one “p. ?” near the end of a page.',
    });
  }
  if (misplaced > 0) {
    report(file, 'page-holds', {
      found: `${misplaced} blocks are not at the place that was planned for them`,
      level: 'warning',
    });
  }
}
