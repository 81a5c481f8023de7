import type { Chrome } from '../../browser/browser.ts';
import { offprintRoot, openRepository } from '../../disk/repository.ts';
import type { Speak } from '../../messages/speak.ts';
import { openTemplates } from '../../theme/templates.ts';
import type { Comparison } from '../compare.ts';
import type { PageReport } from '../page-report.ts';
import { summaryOf } from '../tell/comparison-text.ts';
import { changeHead, changePlaces } from '../tell/shown-change.ts';
import { pageLines, reasonOf } from '../tell/shown-pages.ts';
import { drawPages } from './draw-pages.ts';
import { type MarkedSide, openSides, type PageMark } from './places-on-pages.ts';

/** A page of the report, drawn with its marks. */
interface ShownPage {
  name: string;
  picture: string;
  marks: PageMark[];
}

/** The most changed pages that are drawn, beside each other; the others are listed. */
const mostPages = 100;

/** Makes the report of a comparison: one HTML file with the changed pages side by side. Throws Incomparable. */
export async function htmlReport(
  comparison: Comparison,
  { chrome, lang, speak }: { chrome: () => Promise<Chrome>; lang: string; speak: Speak },
): Promise<string> {
  const { changes, pages, before, after, remarks } = comparison;
  const opened = await openSides(comparison);
  const reported = pages?.pages ?? [];
  // Pages with changes come first where there are too many to draw.
  const wanted = reported
    .toSorted((one, other) => Number(other.changes.length > 0) - Number(one.changes.length > 0))
    .slice(0, mostPages);
  const spreads = await drawn(
    comparison,
    reported.filter((page) => wanted.includes(page)),
    opened,
    chrome,
  );
  const moved = changes.filter(({ kind }) => kind === 'moved').length;
  const articles = [...new Set(changes.map(({ article }) => article))].map((article) => ({
    title: article || speak('The issue'),
    changes: changes.flatMap((change, at) =>
      change.article === article
        ? [{ ...change, number: at + 1, head: changeHead(change, speak), where: changePlaces(change, speak) }]
        : [],
    ),
  }));
  return openTemplates(await openRepository(offprintRoot)).render('compare.html.ejs', {
    lang,
    speak,
    before: before.name,
    after: after.name,
    remarks,
    summary: summaryOf(comparison, changes.length - moved, moved, speak),
    pageLines: pages ? pageLines(pages, speak) : [],
    spreads: spreads.map((spread) => ({ ...spread, reason: reasonOf(spread.page, speak) })),
    undrawn: reported.length - wanted.length,
    articles,
  });
}

async function drawn(
  { before, after }: Comparison,
  pages: readonly PageReport[],
  opened: Awaited<ReturnType<typeof openSides>>,
  chrome: () => Promise<Chrome>,
) {
  const jobs = pages.flatMap((page) => [
    ...(page.before === undefined || !before.pdf ? [] : [{ pdf: before.pdf, number: page.before + 1 }]),
    ...(page.after === undefined || !after.pdf ? [] : [{ pdf: after.pdf, number: page.after + 1 }]),
  ]);
  const pictures = jobs.length > 0 ? await drawPages(await chrome(), jobs) : [];
  const shown = (
    side: MarkedSide | undefined,
    index: number | undefined,
    name: string | undefined,
  ): ShownPage | undefined =>
    index === undefined || !side
      ? undefined
      : { name: name ?? '', picture: pictures.shift() ?? '', marks: side.marksOn(index) };
  return pages.map((page) => ({
    page,
    name: page.names.after ?? page.names.before ?? '',
    before: shown(opened.before, page.before, page.names.before),
    after: shown(opened.after, page.after, page.names.after),
  }));
}
