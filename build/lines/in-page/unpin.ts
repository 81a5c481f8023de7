import type { HeldBlocks } from './collecting.ts';

/** Removes the pins from blocks, so that their text is as before. */
export function unpinBlocks(held: HeldBlocks, blocks: readonly number[]): void {
  for (const index of blocks) {
    const element = held.places[index]?.element;
    if (element) unpin(element);
  }
}

/** Removes the pins from an element. */
export function unpin(element: Element): void {
  for (const made of element.querySelectorAll('.set-end, .set-hang, .set-hyphen, .set-fill')) made.remove();
  for (const made of element.querySelectorAll('.set-spaced')) made.replaceWith(...made.childNodes);
  element.classList.remove('set-lines', 'set-full', 'set-after');
  // Not by normalize(), which would remove a node that is known by its index if it is empty.
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let next = node.nextSibling; next?.nodeType === Node.TEXT_NODE; next = node.nextSibling) {
      node.data += (next as Text).data;
      next.remove();
    }
  }
}
