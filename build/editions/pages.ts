import type { WorkingCache } from '../cache/working-cache.ts';
import type { Stage } from '../diagnostics/stage.ts';
import { type Finisher, startFinishing } from '../finishing/finisher.ts';
import { composeGalley, idsIn } from '../galley/galley.ts';
import type { Issue } from '../issue/model.ts';
import { pageRecord } from '../pages/page-record.ts';
import { makePrint, type PrintedIssue } from '../pdf/make-print.ts';
import { fillHeadings, hasHeadingsWithFolios } from '../record/fill-folios.ts';
import type { PageRecord } from '../record/schema.ts';
import { pagesSheet } from '../styles/pages-sheet.ts';
import type { Style } from '../styles/style.ts';
import { dressedIssue } from './dressed-issue.ts';
import { type EditionContext, styleOf } from './edition.ts';
import { faceNames } from './face-names.ts';

/** The pages of an issue, printed once for all editions. */
export interface Pages {
  printed: PrintedIssue;
  record: PageRecord;
  /** The issue as it was printed, with the faces of the style in its drawings. */
  issue: Issue;
  style: Style;
  /** Finishes its units for editions. */
  finisher: Finisher;
}

/**
 * Prints the pages of an issue. The browser prints the same for any choice of PDFs, so that each has the same bytes as
 * in a build of all: for `pdfs` with the pages that offprints show otherwise. `meanwhile` is called when the browser
 * prints, and Node waits for it. Printed units, and what is made of them, are kept in `working`. Badly set places are
 * reported on the issue’s files. Throws TemplateError, StyleError, BrowserMissing, BrowserDied.
 */
export async function printIssue(
  context: EditionContext,
  stage: Stage,
  { pdfs, meanwhile, working }: { pdfs: boolean; meanwhile: () => void; working: WorkingCache },
): Promise<Pages> {
  const { issue, theme, chrome, cache, jobs, chosen, wanted, press, isThorough } = context;
  const style = styleOf(context, pagesSheet);
  const dressed = await context.once(dressedIssue);
  const galley = context.galley ?? (await composeGalley(dressed, style, theme, cache));
  const finisher = startFinishing({
    issue: dressed,
    terms: theme.terms,
    ids: idsIn(galley),
    wanted: {
      screen: wanted.has('screen'),
      offprints: wanted.has('offprints'),
      press: wanted.has('print') ? press : undefined,
    },
    checks: isThorough
      ? undefined
      : { faces: faceNames(style), press: press && { inkLimit: press.inkLimit, black: press.black } },
    working,
  });
  // Names of headings that refer to pages are not known before.
  const isEager = !hasHeadingsWithFolios(dressed);
  let isAhead = false;
  const ahead = () => {
    if (!isAhead) meanwhile();
    isAhead = true;
  };
  const printed = await stage('Printing pages', async () => {
    const browser = await chrome();
    return makePrint(browser, dressed, style, theme, {
      offprints: pdfs,
      cache,
      working,
      tabs: jobs,
      only: chosen,
      galley,
      onPrinting: ahead,
      onUnit: (unit) => {
        if (isEager) finisher.begin(unit);
      },
    });
  });
  const record = pageRecord(issue, printed.pages);
  // Of pages that are not printed, only the folios are known.
  if (chosen) record.ids = { ...Object.fromEntries(printed.pages.folios), ...record.ids };
  fillHeadings(issue, record.ids);
  for (const unit of printed.units) finisher.begin(unit);
  return { printed, record, issue: dressed, style, finisher };
}
