import { button, byId, make } from './dom.ts';
import type { Words } from './words.ts';

/** How long a message stays, in ms; one with a button stays longer, and while it has the focus or the pointer. */
const times = { short: 4000, long: 12_000 };

/** Returns a function that shows a message at the foot of the page, with a text that can be copied. */
export function toasts(words: Words): (text: string, copied?: string) => void {
  const region = byId('toast');
  let timer = 0;
  const hide = () => {
    region.replaceChildren();
    region.hidden = true;
  };
  const hideLater = (after: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (region.matches(':hover, :focus-within')) hideLater(2000);
      else hide();
    }, after);
  };
  return (text, copied) => {
    region.replaceChildren(make('p', {}, text));
    if (copied !== undefined)
      region.append(copyButton(copied, words), button('×', hide, { 'aria-label': words('close') }));
    region.hidden = false;
    hideLater(copied === undefined ? times.short : times.long);
  };
}

/** A button that copies a text, and says so. */
export function copyButton(text: string, words: Words): HTMLButtonElement {
  const made = button(words('copy'), async () => {
    await copy(text);
    made.textContent = words('copied');
  });
  return made;
}

/** Copies a text, in a way of its own where the browser lets no page do so. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make('textarea', { class: 'hidden' });
    field.value = text;
    const before = document.activeElement as HTMLElement | null;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    before?.focus();
  }
}
