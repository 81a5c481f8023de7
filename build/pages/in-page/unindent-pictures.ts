/**
 * Removes the indent of paragraphs that begin with a picture which fills the line: beside the indent it would be too
 * wide. Everything is read before anything is changed, so that the browser lays out once.
 */
export function unindentPictures(root: HTMLElement): void {
  const indented = [...root.querySelectorAll<HTMLElement>('p, li, dd, dt, td, th')].filter((block) => {
    const image = firstPicture(block);
    if (!image) return false;
    const css = getComputedStyle(block);
    const indent = Number.parseFloat(css.textIndent) || 0;
    const room = block.clientWidth - Number.parseFloat(css.paddingLeft) - Number.parseFloat(css.paddingRight);
    return indent > 0 && image.getBoundingClientRect().width + indent > room;
  });
  for (const block of indented) block.style.textIndent = '0';
}

/** The picture with which a block begins. */
function firstPicture(block: Element): Element | undefined {
  for (let node = block.firstChild; node; ) {
    if (node instanceof HTMLImageElement || node instanceof SVGSVGElement) return node;
    if (node.nodeType === Node.TEXT_NODE && (node as Text).data.trim()) return undefined;
    const next: ChildNode | null = node instanceof Element && node.firstChild ? node.firstChild : node.nextSibling;
    if (next || node.parentElement === block) node = next;
    else return undefined;
  }
  return undefined;
}
