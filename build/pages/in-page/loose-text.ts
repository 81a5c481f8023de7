/** Makes text that stands beside blocks a block of its own, so that it has lines like any other. */
export function wrapLooseText(element: HTMLElement): void {
  let run: ChildNode[] = [];
  const wrap = () => {
    if (
      run.some((node) => node.textContent?.trim() || (node instanceof Element && node.querySelector('img, svg, math')))
    ) {
      const span = document.createElement('span');
      span.className = 'set-run';
      run[0]?.before(span);
      span.append(...run);
    }
    run = [];
  };
  for (const child of [...element.childNodes]) {
    const loose =
      child.nodeType === Node.TEXT_NODE ||
      (child instanceof HTMLElement &&
        !child.classList.contains('set-run') &&
        /^(inline|ruby|contents)/.test(getComputedStyle(child).display));
    if (loose) run.push(child);
    else if (child.nodeType !== Node.COMMENT_NODE) wrap();
  }
  wrap();
}
