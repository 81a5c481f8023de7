import type { Page } from '../../browser/browser.ts';
import type { TagPlan } from '../tags/plan.ts';
import { numbersOf } from './article-tags.ts';
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
  const orders = copies.map((copy) => ({ ...copy, name: nameOf(copy), tags: numbersOf(plan, copy.article) }));
  await page.evaluate(appendCopies, count, orders);
}

/** What the browser has to know of a copy: the name of its page, and the numbers of the article’s tags. */
interface Order extends Copy {
  name: string;
  tags: { from: number; to: number };
}

/**
 * Appends copies of pages, in the page, and hides in each what belongs to other articles: notes stand apart from theirs, and are known by their tags. Ids are doubled: links lead to
 * the first that has one, the issue’s own.
 */
async function appendCopies(count: number, orders: readonly Order[]): Promise<void> {
  const pages = document.querySelectorAll('body > .sheet, body > .page');
  const copies = document.createDocumentFragment();
  for (const { page, at, name, article, tags } of orders) {
    while (count + copies.childElementCount < at) copies.append(empty());
    const copy = pages[page]?.cloneNode(true) as HTMLElement;
    copy.style.setProperty('page', name);
    copy.style.setProperty('break-before', 'page');
    for (const part of copy.querySelectorAll<HTMLElement>('[data-article]'))
      part.toggleAttribute('data-elsewhere', part.dataset.article !== article);
    for (const note of copy.querySelectorAll<HTMLElement>('.page-notes .note')) {
      const number = Number(note.dataset.tag);
      note.toggleAttribute('data-elsewhere', number < tags.from || number >= tags.to);
    }
    for (const area of copy.querySelectorAll('.page-notes'))
      area.toggleAttribute('data-elsewhere', area.querySelector('.note:not([data-elsewhere])') === null);
    copies.append(copy);
  }
  const pictures = [...copies.querySelectorAll('img')];
  document.body.append(copies);
  await Promise.all(pictures.map((picture) => picture.decode()));

  function empty(): HTMLElement {
    const page = document.createElement('section');
    page.className = 'page blank';
    page.style.setProperty('page', 'plain');
    page.style.setProperty('break-before', 'page');
    return page;
  }
}
