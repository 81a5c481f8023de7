import type { Chrome } from '../browser/browser.ts';
import { composeGalley } from '../galley/galley.ts';
import type { Issue } from '../issue/model.ts';
import { hyphenateAhead } from '../lines/hyphenate-ahead.ts';
import { newMemory } from '../lines/memory.ts';
import { reportLines } from '../lines/report-lines.ts';
import { makePages, type PagesMade } from '../pages/make-pages.ts';
import { provePages } from '../pages/prove-pages.ts';
import { reportPages } from '../pages/report-pages.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';
import { measureProof } from '../words/measure-proof.ts';
import { copyPages } from './offprints/copy-pages.ts';
import { copyRules } from './offprints/copy-rules.ts';
import { type Copy, planCopies } from './offprints/plan-copies.ts';
import { call } from './page-functions.ts';
import { printPages, withSite } from './print.ts';
import type { TagPlan } from './tags/plan.ts';

/** An issue in print. */
export interface Printed {
  /** Its pages, and behind them the copies. */
  pdf: Uint8Array;
  pages: PagesMade;
  /** What the tags of the PDF mean, which the browser numbered. */
  tags: TagPlan;
  /** The pages that offprints show otherwise; empty, where none are asked for. */
  copies: Copy[];
}

/**
 * Prints an issue: its galley, made up into pages. `meanwhile` is called when the browser begins to print, and Node has nothing to do. What came out badly is reported in the manuscripts. Throws TemplateError, StyleError, BrowserDied.
 */
export async function makePrint(
  chrome: Chrome,
  issue: Issue,
  style: Style,
  theme: Theme,
  { offprints: wanted, meanwhile }: { offprints: boolean; meanwhile?: () => void } = { offprints: false },
): Promise<Printed> {
  const site = await composeGalley(issue, style, theme);
  const memory = newMemory();
  // While the browser opens the galley.
  const ahead = hyphenateAhead(issue);
  const printed = await withSite(chrome, site, async (page): Promise<Printed> => {
    const tags = await call(page, 'planTags');
    const pages = await makePages(page, issue.facts['first-page'], memory);
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
