import type { Page } from '../../browser/browser.ts';
import { call } from '../page-functions.ts';
import type { TagPlan } from '../tags/plan.ts';
import { tagRangeOf } from './article-tags.ts';
import { nameOf } from './copy-rules.ts';
import type { Copy } from './plan-copies.ts';

/** Puts the copies that are planned behind the `count` pages of an open issue, whose tags are shown. `rules` are those of their pages. */
export async function copyPages(
  page: Page,
  count: number,
  copies: readonly Copy[],
  plan: TagPlan,
  rules: string,
): Promise<void> {
  await page.addStyleTag({
    content: `${rules}\n[data-elsewhere], [data-elsewhere] * { visibility: hidden !important; }`,
  });
  const orders = copies.map((copy) => ({ ...copy, name: nameOf(copy), tags: tagRangeOf(plan, copy.article) }));
  await call(page, 'appendCopies', count, orders);
}
