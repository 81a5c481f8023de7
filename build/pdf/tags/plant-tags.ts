import type { Page } from '../../browser/browser.ts';
import { install } from '../../browser/in-page.ts';
import * as planning from './in-page/plan-tags.ts';
import * as showing from './in-page/show-tags.ts';
import type { TagPlan } from './plan.ts';

/** Plans the tags of an open galley, whose pages are not made up yet. */
export async function plantTags(page: Page): Promise<TagPlan> {
  await install(page, [...Object.values(planning), ...Object.values(showing)]);
  return JSON.parse(await page.evaluate(() => (globalThis as unknown as typeof planning).planTags()));
}

/** Has the browser print the tags that were planned. */
export async function showTags(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as typeof showing).showTags());
}
