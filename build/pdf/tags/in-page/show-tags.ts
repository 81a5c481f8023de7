/**
 * Makes the browser print the numbers of the planned tags, after pages are made up. Chrome writes a role and a name of
 * our choice into the PDF for figures alone, so every tagged element becomes a figure whose name is the number of its
 * tag.
 */
export function showTags(): void {
  const show = (element: Element, name: string) => {
    // A drawing is tagged only as a picture.
    element.setAttribute('role', element.localName === 'svg' ? 'img' : 'figure');
    element.setAttribute('aria-label', `@${name}`);
  };
  for (const repeated of document.querySelectorAll('[data-repeated]')) {
    show(repeated, 'repeated');
    for (const copy of [repeated, ...repeated.querySelectorAll('[data-tag]')]) copy.removeAttribute('data-tag');
  }
  for (const tagged of document.querySelectorAll('[data-tag]')) show(tagged, tagged.getAttribute('data-tag') ?? '');
  showHyphens(show);
  const parts = new Map<string, Element[]>();
  for (const part of document.querySelectorAll('.cut-above[data-tag], .cut-below[data-tag]')) {
    const number = part.getAttribute('data-tag') ?? '';
    parts.set(number, [...(parts.get(number) ?? []), part]);
  }
  for (const end of document.querySelectorAll('br.set-end')) {
    const before = joinedBefore(end, parts);
    if (!before) continue;
    const letter = document.createElement('span');
    show(letter, 'joined');
    const last = before.splitText(before.length - ([...before.data].at(-1)?.length ?? 1));
    last.before(letter);
    letter.append(last);
  }
}

/** Turns each added hyphen into text, which looks the same: generated content has no tags. */
function showHyphens(show: (element: Element, name: string) => void): void {
  const hyphens = [...document.querySelectorAll('.set-hyphen')];
  const signs = hyphens.map((hyphen) => /"(.*?)"/.exec(getComputedStyle(hyphen, '::after').content)?.[1] ?? '');
  const style = document.createElement('style');
  style.textContent = '.set-hyphen::after { content: none; }';
  document.head.append(style);
  hyphens.forEach((hyphen, i) => {
    hyphen.textContent = signs[i] ?? '';
    show(hyphen, 'hyphen');
  });
}

/**
 * The text before a line’s end that continues in the next line without a space and without an added hyphen, as
 * addresses do.
 */
function joinedBefore(end: Element, parts: ReadonlyMap<string, Element[]>): Text | undefined {
  const block = end.closest('[data-tag]:not(em, strong, code, a, span, q)') ?? end.parentElement;
  if (!block) return undefined;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  walker.currentNode = end;
  const before = textNext(() => walker.previousNode());
  walker.currentNode = end;
  const after = textNext(() => walker.nextNode()) ?? firstText(nextPart(block, parts));
  if (end.previousElementSibling?.matches('.set-hyphen')) return undefined;
  if (!before || !after || /\s$/.test(before.data) || /^\s/.test(after.data)) return undefined;
  return before;
}

/** The next text node that is not empty, step by step. */
function textNext(step: () => Node | null): Text | undefined {
  for (let node = step(); node; node = step()) if ((node as Text).length > 0) return node as Text;
  return undefined;
}

function firstText(element: Element | undefined): Text | undefined {
  if (!element) return undefined;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  return textNext(() => walker.nextNode());
}

/** The next part of a block that was cut at a column’s end. */
function nextPart(block: Element, parts: ReadonlyMap<string, Element[]>): Element | undefined {
  if (!block.classList.contains('cut-below')) return undefined;
  const all = parts.get(block.getAttribute('data-tag') ?? '') ?? [];
  return all[all.indexOf(block) + 1];
}
