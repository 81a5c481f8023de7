/** ElementAttributes of an element; true is an attribute without a value, false and undefined are left out. */
export type ElementAttributes = Record<string, string | number | boolean | undefined>;

/** Makes an element. Texts become text nodes: nothing of a manuscript is ever read as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: ElementAttributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  writeAttributes(element, attributes);
  element.append(...children);
  return element;
}

/** Sets the attributes of an element, and removes those that are false or undefined. */
export function writeAttributes(element: Element, attributes: ElementAttributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** The element of the page with an id. Throws for one that the document lacks. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element as T;
}

/** A button with a text, and what it does. */
export function button(text: string, act: () => void, attributes: ElementAttributes = {}): HTMLButtonElement {
  const made = make('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', act);
  return made;
}

/** A text in its own language. */
export function textIn(lang: string | undefined, text: string): HTMLElement {
  return make('span', { lang, dir: 'auto' }, text);
}

/** Fills an element again. The focus stays on what has the same address or the same `data-key`, else on the element. */
export function refill(parent: HTMLElement, ...children: Node[]): void {
  const before = parent.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
  const { scrollTop } = parent;
  parent.replaceChildren(...children);
  parent.scrollTop = scrollTop;
  if (!before) return;
  const same = [...parent.querySelectorAll<HTMLElement>('a, button, summary')].find(
    (one) => keyOf(one) === keyOf(before),
  );
  (same ?? parent).focus();
}

function keyOf(element: HTMLElement): string {
  return element.dataset.key ?? element.getAttribute('href') ?? element.textContent ?? '';
}
