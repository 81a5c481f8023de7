import type { Page } from '../../browser/browser.ts';
import { call } from '../page-functions.ts';
import type { TagPlan } from '../tags/plan.ts';
import { tagRangeOf } from './article-tags.ts';
import { copyPageName } from './copy-rules.ts';
import type { PageCopy } from './plan-copies.ts';

/**
 * Appends the planned copies to the `count` pages of an open issue whose tags are shown. `rules` are the `@page` rules
 * of the copies.
 */
export async function copyPages(
  page: Page,
  count: number,
  copies: readonly PageCopy[],
  plan: TagPlan,
  rules: string,
): Promise<void> {
  await page.addStyleTag({
    content: `${rules}\n[data-elsewhere], [data-elsewhere] * { visibility: hidden !important; }`,
  });
  const orders = copies.map((copy) => ({ ...copy, name: copyPageName(copy), tags: tagRangeOf(plan, copy.article) }));
  await call(page, 'appendCopies', count, orders);
}
