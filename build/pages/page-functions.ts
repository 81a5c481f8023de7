import type { JSHandle, Page } from 'puppeteer';
import { install } from '../browser/in-page.ts';
import * as columns from './column.ts';
import * as arranging from './in-page/arrange.ts';
import * as composing from './in-page/compose.ts';
import * as cutting from './in-page/cut.ts';
import * as guessing from './in-page/guess-folios.ts';
import type { Held } from './in-page/held.ts';
import * as measuring from './in-page/measure.ts';
import * as paging from './in-page/page-rules.ts';
import * as placing from './in-page/places.ts';
import * as rowing from './in-page/rows.ts';
import * as surveying from './in-page/survey.ts';
import * as dividing from './in-page/tall-rows.ts';

/** Makes known to the page what pages are made by in it. */
export async function installPageFunctions(page: Page): Promise<void> {
  await install(page, [
    ...Object.values(paging),
    ...Object.values(arranging),
    ...Object.values(rowing),
    ...Object.values(measuring),
    ...Object.values(cutting),
    ...Object.values(dividing),
    ...Object.values(guessing),
    ...Object.values(placing),
    ...Object.values(surveying),
    ...Object.values(composing),
    ...Object.values(columns),
  ]);
}

/** Calls one of them on what make-up holds in the browser, with data that can be written as JSON. Returns JSON. */
export function onHeld(page: Page, name: string, held: JSHandle<Held>, data: unknown = null): Promise<string> {
  return page.evaluate(
    (one, all, json) =>
      (globalThis as unknown as Record<string, (held: Held, json: string) => string>)[one]?.(all, json) ?? '',
    name,
    held,
    JSON.stringify(data),
  );
}

/** Calls one that needs nothing held. Returns what it returns. */
export function onPage<Result>(page: Page, name: string, data: unknown = null): Promise<Result> {
  return page.evaluate(
    (one, json) => (globalThis as unknown as Record<string, (json: string) => Result>)[one]?.(json) as Result,
    name,
    JSON.stringify(data),
  );
}
