import type { PageCopy } from '../offprints/plan-copies.ts';

/** A copy for the browser to make: with the name of its page, and the range of the article’s tags. */
interface CopyOrder extends PageCopy {
  name: string;
  tags: { from: number; to: number };
}

/**
 * Appends copies of pages, and hides everything in each that belongs to other articles. Notes are apart from their
 * articles, and are recognised by their tags. Ids occur twice, and links lead to the first element with one, which is
 * the issue’s own.
 */
export async function appendCopies(count: number, orders: readonly CopyOrder[]): Promise<void> {
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
