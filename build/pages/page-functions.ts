import type { JSHandle, Page } from 'puppeteer';
import { install } from '../browser/in-page.ts';
import * as inPage from './in-page/all.ts';
import type { Held } from './in-page/held.ts';

/** Makes known to the page what pages are made by in it. */
export async function installPageFunctions(page: Page): Promise<void> {
  await install(page, Object.values(inPage));
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
