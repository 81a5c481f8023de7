import type { Page } from '../../browser/browser.ts';
import { install } from '../../browser/in-page.ts';
import * as drafting from './in-page/draft.ts';
import * as noting from './in-page/draft-note.ts';
import * as planning from './in-page/plan-tags.ts';
import * as showing from './in-page/show-tags.ts';
import * as heading from './in-page/table-heads.ts';
import * as naming from './in-page/tags-of.ts';
import type { TagPlan } from './plan.ts';

/** Plans the tags of an open galley, whose pages are not made up yet. */
export async function plantTags(page: Page): Promise<TagPlan> {
  const parts = [drafting, noting, planning, showing, heading, naming];
  await install(
    page,
    parts.flatMap((part) => Object.values(part)),
  );
  return JSON.parse(await page.evaluate(() => (globalThis as unknown as typeof planning).planTags()));
}

/** Has the browser print the tags that were planned. */
export async function showTags(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as typeof showing).showTags());
}
