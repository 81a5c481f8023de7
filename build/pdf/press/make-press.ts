import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import type { OutputFiles, Sink } from '../../disk/output-files.ts';
import { styledPages } from '../../issue/ids.ts';
import type { Issue, IssueFacts, Located } from '../../issue/model.ts';
import type { Trimming } from '../../pages/in-page/page-rules.ts';
import type { Survey } from '../../pages/in-page/survey.ts';
import { openPdf } from '../../pdf-reading/file/open-pdf.ts';
import { termsFor } from '../../theme/terms.ts';
import type { Theme } from '../../theme/theme.ts';
import { boxesOf } from '../boxes.ts';
import { describeIssue } from '../document-facts.ts';
import type { PrintedUnit } from '../printed-unit.ts';
import { makeBackCover } from './back-cover.ts';
import { finishPress } from './finish-press.ts';
import { impose } from './impose.ts';
import type { PageFindings } from './inspect-pages.ts';
import { emptyPagesFor, linkPress } from './link-press.ts';
import type { PressPart } from './press-part.ts';
import type { PressSettings } from './press-settings.ts';
import { reportPress } from './report-press.ts';
import { pagesInside, spineWidth } from './spine.ts';

/** The kind of a file for the printer: the pages, the cover’s sheet, or the pages imposed on sheets that are folded. */
export type PressFileKind = 'print' | 'cover' | 'imposed';

/** A file for the printer. */
export interface PressFile {
  part: PressFileKind;
  /** The words of each page; undefined for a file of sheets. */
  texts?: readonly string[];
}

/** An issue in print, and how it is to go to the printer. */
export interface PressJob {
  issue: Issue;
  theme: Theme;
  units: readonly PrintedUnit[];
  /** Returns a unit’s part of the printer’s PDF; undefined if none of its pages are in it. */
  partOf: (unit: PrintedUnit) => Promise<PressPart | undefined>;
  /** The print of the sheet of a cover that is printed by itself, or of the back of one that is inside. */
  cover: Uint8Array;
  settings: PressSettings;
  /** The file issue.yaml with its values. */
  facts: Located<IssueFacts>;
  /** The files, by their kinds. */
  files: OutputFiles<PressFileKind>;
}

/**
 * Makes the files for the printer: the pages; the cover as a file of its own, and the pages imposed on sheets, where
 * the settings ask for them. A fault of print is reported at its place in the manuscripts, or in issue.yaml. Pages are
 * written unit by unit; to impose them, their file is read again as a whole.
 */
export async function makePress(job: PressJob): Promise<PressFile[]> {
  const { issue, theme, settings, facts, units, files } = job;
  const trimming = trimmingOf(units);
  const about = describeIssue(issue, termsFor(theme.terms, issue.journal.lang));
  const isStapled = settings.imposition === 'saddle-stitch';
  const hasCover = settings.cover === 'separate';
  const all = units.reduce((sum, unit) => sum + unit.count, 0);
  const count = hasCover ? pagesInside(units) : all;
  const skip = all - count;
  // Where the cover is inside, its back is the last page of the file that is folded.
  const fill = isStapled && !hasCover ? 4 : 2;
  const back = hasCover ? undefined : await makeBackCover(job.cover, trimming, settings, facts);
  let findings: PageFindings<string> | undefined;
  await files.write('print', async (sink) => {
    const press = await linkPress(about, trimming, settings, sink);
    for (const unit of units) {
      const part = await job.partOf(unit);
      if (part) await press.add(part);
    }
    findings = await press.finish(fill, back);
  });
  const pictures: Survey['pictures'] = [];
  let before = -skip;
  for (const unit of units) {
    pictures.push(...unit.survey.pictures.map(({ page, name }) => ({ page: page + before, name })));
    before += unit.count;
  }
  if (findings) reportPress(issue, pictures, findings, facts);
  reportBleed(issue, trimming.cutOff, facts.file);
  reportLeaves(count, isStapled ? 4 : 2, !hasCover, facts.file);
  const empty = new Array<string>(emptyPagesFor(count, fill, !hasCover) + (back ? 1 : 0)).fill('');
  const texts = [...units.flatMap((unit) => unit.survey.pages).slice(skip), ...empty];
  const made: PressFile[] = [{ part: 'print', texts }];
  if (hasCover) {
    await files.write('cover', (sink) => makeCover(job, trimming, count, sink));
    made.push({ part: 'cover' });
  }
  if (isStapled) {
    await files.write('imposed', await impose(await files.read('print'), about, trimming, settings));
    made.push({ part: 'imposed' });
  }
  return made;
}

/** The trimming of an issue: all its units have the same, but each knows its own pages’ names. */
function trimmingOf(units: readonly PrintedUnit[]): Trimming {
  const [first] = units;
  if (!first) throw new Error('An issue has no pages.');
  return { ...first.trimming, cutOff: [...new Set(units.flatMap(({ trimming }) => trimming.cutOff))] };
}

/** Makes the sheet of the cover, for an issue of `count` pages. */
async function makeCover(
  { issue, theme, settings, facts, cover: pdf }: PressJob,
  trimming: Trimming,
  count: number,
  sink: Sink,
): Promise<void> {
  const spine = spineWidth(count, settings);
  const inPoints = (spine * 72) / 25.4;
  const sheet = { ...trimming, width: 2 * trimming.width + inPoints };
  await checkSheet(pdf, sheet, facts.file);
  const words = termsFor(theme.terms, issue.journal.lang);
  const about = describeIssue(issue, words);
  const folds = spine > 0 ? [trimming.width, trimming.width + inPoints] : [trimming.width];
  const findings = await finishPress(
    { pdf, trimming: sheet, about: { ...about, title: `${words.cover}: ${about.title}` }, folds },
    settings,
    sink,
  );
  const pictures = issue.cover ? [{ page: 1, name: issue.cover.name }] : [];
  reportPress(issue, pictures, findings, facts);
}

/** Reports a cover sheet of another size: a journal’s own stylesheet may not know of the sheet. */
async function checkSheet(pdf: Uint8Array, sheet: Trimming, file: VFile): Promise<void> {
  const pages = openPdf(pdf).getPages();
  const [{ width = 0, height = 0 } = {}] = pages.map((page) => page.getMediaBox());
  const { trim } = boxesOf([0, 0, width, height], sheet);
  const fits = Math.abs(trim[2] - trim[0] - sheet.width) < 0.01 && trim[0] > 0;
  if (pages.length === 1 && fits) return;
  const mm = (points: number) => ((points * 25.4) / 72).toFixed(1);
  report(file, 'press-cover', {
    found: `The cover is ${pages.length} sheet${pages.length > 1 ? 's' : ''} of ${mm(width)} × ${mm(height)} mm`,
    expected: `one of ${mm(sheet.width + 2 * sheet.bleed)} × ${mm(sheet.height + 2 * sheet.bleed)} mm, the bleed with it`,
    fix: 'Import ../base/cover-sheet.css into the print.css of the style, and see what makes its content larger.',
  });
}

function reportBleed({ articles }: Issue, cutOff: readonly string[], file: VFile): void {
  // The build has copied the rules for articles, one copy for each article.
  for (const name of new Set(cutOff.map((one) => styledPages(one, articles)))) {
    const rule = `@page${name ? ` ${name}` : ''}`;
    report(file, 'press-bleed', {
      found: `The ground of ${rule} ends where pages are cut`,
      expected: 'a sheet that is larger by --bleed on every side',
      fix: `Give ${name ? rule : 'pages with a ground a name, and their @page rule'} a larger size, as styles/README.md shows for the cover.`,
    });
  }
}

/** Reports empty pages at the end of the issue; the inside of a cover’s back is none of them. */
function reportLeaves(count: number, of: number, hasBack: boolean, file: VFile): void {
  const empty = emptyPagesFor(count, of, hasBack) - (hasBack ? 1 : 0);
  if (empty === 0) return;
  report(file, 'press-leaves', {
    found: `The ${count} pages are filled up with ${empty} empty one${empty > 1 ? 's' : ''} at the end${hasBack ? ', before the back of the cover and its inside' : ''}`,
    expected: `a multiple of ${of}`,
  });
}
