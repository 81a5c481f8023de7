import type { FlowData, HeldFlow } from './held.ts';

/** Moves the parts of an article, or of another flow, to where they are measured. */
export function takeApart(element: HTMLElement, flow: HeldFlow, data: FlowData, runsOn: boolean): void {
  flow.main.append(element);
  flow.articles.push(element);
  markEnd(element);
  if (!runsOn) {
    const opening: HTMLElement[] = [];
    for (const child of element.children) {
      if (getComputedStyle(child).columnSpan !== 'all') break;
      opening.push(child as HTMLElement);
    }
    if (opening.length > 0) {
      const shell = shellOf(element);
      shell.append(...opening);
      if (element.id) {
        shell.id = element.id;
        element.removeAttribute('id');
      }
      const box = document.createElement('div');
      box.className = 'set-opening';
      box.style.width = `${data.measure}px`;
      box.append(shell);
      flow.main.before(box);
      flow.opening.push(box);
    }
  }
  for (const notes of element.querySelectorAll('.notes')) {
    flow.notes.append(...notes.querySelectorAll('.note'));
    notes.remove();
  }
  for (const float of element.querySelectorAll<HTMLElement>('figure, table, .float')) {
    const wish = getComputedStyle(float).getPropertyValue('--float').trim();
    const parent = float.parentElement as HTMLElement;
    if (!/head|foot/.test(wish) || getComputedStyle(parent).getPropertyValue('--float').trim() !== '') continue;
    const spans = getComputedStyle(float).columnSpan === 'all';
    const marker = document.createComment('float');
    float.before(marker);
    const box = document.createElement('div');
    box.className = 'set-float';
    box.style.width = `${spans ? data.measure : data.columnMeasure}px`;
    let inside: HTMLElement = box;
    for (const shell of shellsOf(parent, flow.main)) {
      inside.append(shell);
      inside = shell;
    }
    inside.append(float);
    flow.main.before(box);
    flow.floats.push(box);
    data.floats.push({
      height: 0,
      spans,
      anchor: -1,
      places: wish.split(/\s+/).filter((place): place is 'head' | 'foot' => place === 'head' || place === 'foot'),
      calls: float.querySelectorAll('.call').length,
      firstNote: 0,
    });
  }
}

/**
 * Gives the class `ends` to the last paragraph of an article’s own text, if only a bibliography follows: on its page,
 * the stylesheet no longer sees what does.
 */
function markEnd(article: HTMLElement): void {
  const last = article.querySelector(':scope > .body')?.lastElementChild;
  if (!last?.matches('.references')) return;
  let above = last.previousElementSibling;
  if (above?.matches('h2, h3, h4, h5, h6')) above = above.previousElementSibling;
  if (above?.matches('p')) above.classList.add('ends');
}

/** A copy of an element without its content, and without what it generates. */
function shellOf(element: HTMLElement): HTMLElement {
  const shell = element.cloneNode(false) as HTMLElement;
  shell.removeAttribute('id');
  shell.classList.add('set-shell', 'cut-above', 'cut-below');
  return shell;
}

/** Shells of an element and its ancestors, from the outside in. */
function shellsOf(element: HTMLElement, root: HTMLElement): HTMLElement[] {
  const shells: HTMLElement[] = [];
  for (let at: HTMLElement | null = element; at && at !== root; at = at.parentElement) shells.unshift(shellOf(at));
  return shells;
}
