/** The state of a document before a unit is shown in it. It stays in the browser. */
export interface Shell {
  head: readonly Node[];
  body: HTMLElement;
}

/** Remembers a document without content, to show one unit after another in it. */
export function keepShell(): Shell {
  return { head: [...document.head.childNodes], body: document.body.cloneNode(false) as HTMLElement };
}

/** Shows a unit: the content of the body, and the unit’s own CSS. What was shown before leaves no trace. */
export function showUnit({ head, body }: Shell, html: string, css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  // The document’s own stylesheet stays where it is: it would be loaded again, and be missing until then.
  const own = new Set(head);
  for (const node of [...document.head.childNodes]) if (!own.has(node)) node.remove();
  document.head.append(style);
  const shown = body.cloneNode(false) as HTMLElement;
  shown.innerHTML = html;
  document.body.replaceWith(shown);
}

/** Returns the style’s `--begins` for each sheet and flow. `shells` are their elements without content, in order. */
export function beginsOf(shell: Shell, shells: readonly string[]): string[] {
  showUnit(shell, shells.join(''), '');
  return [...document.body.children].map((element) => getComputedStyle(element).getPropertyValue('--begins').trim());
}

/** Gives links to elements that are not in the document an address, `prefix` and the id: a browser would drop them. */
export function sendLinksOut(prefix: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const id = (link.getAttribute('href') ?? '').slice(1);
    if (id && !document.getElementById(decodeURIComponent(id))) link.setAttribute('href', `${prefix}${id}`);
  }
}

/**
 * Sets where the printed pages begin: behind the page with the folio `preceding`. So many empty pages, which are not to
 * be printed, stand first: of these the first is the one that the style’s `@page :first` holds for.
 */
export function setStart(preceding: number, empty: number): void {
  const style = document.createElement('style');
  style.textContent = `html { counter-reset: page ${preceding - empty} !important; }`;
  document.head.append(style);
  for (let i = 0; i < empty; i++) {
    const page = document.createElement('section');
    page.className = 'page blank';
    page.style.setProperty('page', 'plain');
    // Of two empty pages at the beginning, the browser would print one.
    page.style.setProperty('height', '1px');
    page.style.setProperty('break-after', 'page');
    document.body.prepend(page);
  }
}
