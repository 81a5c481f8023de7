import type { Chrome } from '../browser/browser.ts';
import { composeGalley } from '../galley/galley.ts';
import type { Issue } from '../issue/model.ts';
import { hyphenateAhead } from '../lines/hyphenate-ahead.ts';
import { newMemory } from '../lines/memory.ts';
import { reportLines } from '../lines/report-lines.ts';
import { madeOn } from '../made-on.ts';
import { makePages, type PagesMade } from '../pages/make-pages.ts';
import { provePages } from '../pages/prove-pages.ts';
import { reportPages } from '../pages/report-pages.ts';
import type { Style } from '../styles/style.ts';
import type { Templates } from '../templates.ts';
import type { TermsBook } from '../terms.ts';
import { printSite } from './print.ts';
import type { TagPlan } from './tags/plan.ts';
import { plantTags, showTags } from './tags/plant-tags.ts';

/** An issue in print. */
export interface Printed {
  pdf: Uint8Array;
  pages: PagesMade;
  /** What the tags of the PDF mean, which the browser numbered. */
  tags: TagPlan;
}

/**
 * Prints an issue: its galley, made up into pages. What came out badly is reported in the manuscripts. Throws TemplateError, StyleError, BrowserDied.
 */
export async function makePrint(
  chrome: Chrome,
  issue: Issue,
  style: Style,
  house: { templates: Templates; terms: TermsBook },
): Promise<Printed> {
  const site = await composeGalley(issue, style, house.templates, house.terms);
  const memory = newMemory();
  // While the browser opens the galley.
  const ahead = hyphenateAhead(issue);
  let pages: PagesMade | undefined;
  let tags: TagPlan = [];
  const pdf = await printSite(chrome, site, madeOn(issue.facts.date, process.env.SOURCE_DATE_EPOCH), async (page) => {
    tags = await plantTags(page);
    pages = await makePages(page, issue.facts['first-page'], memory);
    await showTags(page);
  });
  await ahead;
  if (!pages) throw new Error('No pages were made up');
  reportLines(issue, pages.lines);
  reportPages(issue, pages);
  provePages(issue, pages.survey);
  return { pdf, pages, tags };
}
