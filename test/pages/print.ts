import { PDFDocument } from '@cantoo/pdf-lib';
import type { Chrome } from '../../build/browser/browser.ts';
import type { Issue } from '../../build/issue/model.ts';
import type { BlockLines } from '../../build/lines/record.ts';
import type { PagePlan } from '../../build/pages/flow.ts';
import type { FlowData } from '../../build/pages/in-page/held.ts';
import { makePrint, type PrintedIssue } from '../../build/pdf/make-print.ts';
import type { PrintedUnit } from '../../build/pdf/printed-unit.ts';
import type { Style } from '../../build/styles/style.ts';
import type { Theme } from '../../build/theme/theme.ts';

/** An issue in print, with what was measured and set on the way. */
export interface WatchedPrint extends PrintedIssue {
  flows: FlowData[];
  /** The pages of each flow. */
  plans: PagePlan[][];
  lines: BlockLines[];
}

/** Prints an issue, and keeps what was measured. */
export async function printWatched(chrome: Chrome, issue: Issue, style: Style, theme: Theme): Promise<WatchedPrint> {
  const seen = new Map<string, Pick<WatchedPrint, 'flows' | 'plans' | 'lines'>>();
  const printed = await makePrint(chrome, issue, style, theme, {
    onPrinted: ({ source, layout: { measured, plans, lines } }) =>
      seen.set(source.name, { flows: structuredClone(measured.flows), plans, lines: lines.record }),
  });
  const all = printed.units.flatMap(({ name }) => seen.get(name) ?? []);
  return {
    ...printed,
    flows: all.flatMap(({ flows }) => flows),
    plans: all.flatMap(({ plans }) => plans),
    lines: all.flatMap(({ lines }) => lines),
  };
}

/** The pages of all units in one PDF, as the browser printed them, without copies for offprints. */
export async function wholePdf(units: readonly PrintedUnit[]): Promise<Uint8Array> {
  const whole = await PDFDocument.create({ updateMetadata: false });
  for (const { pdf, count } of units) {
    const unit = await PDFDocument.load(await pdf(), { updateMetadata: false });
    const pages = await whole.copyPages(unit, [...Array(count).keys()]);
    for (const page of pages) whole.addPage(page);
  }
  return whole.save();
}
