import type { Chrome } from '../browser/browser.ts';
import { composeGalley } from '../galley/galley.ts';
import type { Issue } from '../issue/model.ts';
import { hyphenateAhead } from '../lines/hyphenate-ahead.ts';
import { newMeasureCache } from '../lines/measure-cache.ts';
import { reportLines } from '../lines/report-lines.ts';
import { makePages, type PagesMade } from '../pages/make-pages.ts';
import { provePages } from '../pages/prove-pages.ts';
import { reportPages } from '../pages/report-pages.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';
import { measureProof } from '../words/measure-proof.ts';
import { copyPages } from './offprints/copy-pages.ts';
import { copyRules } from './offprints/copy-rules.ts';
import { type PageCopy, planCopies } from './offprints/plan-copies.ts';
import { call } from './page-functions.ts';
import { printPages, withSite } from './print.ts';
import type { TagPlan } from './tags/plan.ts';

/** An issue in print. */
export interface PrintedIssue {
  /** The issue’s pages, followed by the copies. */
  pdf: Uint8Array;
  pages: PagesMade;
  /** The planned tags, by the numbers that the browser printed. */
  tags: TagPlan;
  /** The copies of pages for offprints; empty where no offprints are made. */
  copies: PageCopy[];
}

/**
 * Prints an issue: its galley, made up into pages. `meanwhile` is called when the browser begins to print and Node is
 * idle. Bad lines and pages are reported in the manuscripts. Throws TemplateError, StyleError, BrowserDied.
 */
export async function makePrint(
  chrome: Chrome,
  issue: Issue,
  style: Style,
  theme: Theme,
  { offprints: wanted, meanwhile }: { offprints: boolean; meanwhile?: () => void } = { offprints: false },
): Promise<PrintedIssue> {
  const site = await composeGalley(issue, style, theme);
  const cache = newMeasureCache();
  // This runs while the browser opens the galley.
  const ahead = hyphenateAhead(issue);
  const printed = await withSite(chrome, site, async (page): Promise<PrintedIssue> => {
    const tags = await call(page, 'planTags');
    const pages = await makePages(page, issue.facts['first-page'], cache);
    await call(page, 'showTags');
    const copies = wanted ? planCopies(pages.survey.articles) : [];
    if (wanted)
      await copyPages(page, pages.count, copies, tags, await copyRules(issue, pages, copies, style.css, theme));
    const pdf = printPages(page, issue.made);
    meanwhile?.();
    return { pdf: await pdf, pages, tags, copies };
  });
  await ahead;
  const { pages } = printed;
  reportLines(issue, pages.lines, new Set(pages.survey.over.map(({ block }) => block)));
  reportPages(issue, pages);
  const start = performance.now();
  provePages(issue, pages.survey, pages.folios);
  measureProof(start);
  return printed;
}
