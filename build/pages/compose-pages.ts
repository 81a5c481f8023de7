import type { Page } from 'puppeteer';
import type { PlaceMark } from '../issue/places.ts';
import type { LineFindings } from '../lines/report-lines.ts';
import { askPlaces, type ColumnPlace, type FloatPlace } from './ask-places.ts';
import type { BrokenRule } from './flow.ts';
import type { Trimming } from './in-page/page-rules.ts';
import type { SourcePlace } from './in-page/places.ts';
import type { Survey } from './in-page/survey.ts';
import { type OpenLayout, stopwatch } from './lay-out.ts';
import type { UnitNumbers } from './number-pages.ts';
import { call } from './page-functions.ts';

/** The composed pages of a document, and everything that was seen on them. Pages are counted from 1. Plain data. */
export interface ComposedPages {
  /** The places in the manuscripts where the columns, the floats and the notes of each page begin. */
  begins: { page: number; columns: ColumnPlace[]; floats: FloatPlace[]; notes: SourcePlace[] }[];
  brokenRules: { page: number; rule: BrokenRule['rule']; place: SourcePlace }[];
  survey: Survey;
  trimming: Trimming;
  /** A hash of what each page shows. */
  hashes: string[];
  /** The number of blocks that are not at their planned place; there should be none. */
  misplaced: number;
  lines: LineFindings;
  /** The places of the table rows that were divided between their lines, and of tables that are too wide. */
  divided: PlaceMark[];
  tooWide: PlaceMark[];
}

/** Composes the pages of an open layout, whose folios are filled in, and looks at them. */
export async function composeLayout(
  page: Page,
  { held, lines, measured, took }: OpenLayout,
  { orders }: Pick<UnitNumbers, 'orders'>,
): Promise<ComposedPages> {
  const clock = stopwatch(took);
  const places = await askPlaces(page, held, orders);
  const { misplaced } = await call(page, 'composePages', held, orders);
  await held.dispose();
  clock('compose');
  const survey = await call(page, 'surveyPages');
  const trimming = await call(page, 'readTrimming');
  const hashes = await call(page, 'hashPages');
  clock('survey');
  const { strained, greedy, failed } = lines;
  const { divided, tooWide } = measured;
  return { ...places, survey, trimming, hashes, misplaced, lines: { strained, greedy, failed }, divided, tooWide };
}
