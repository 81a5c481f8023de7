import { settings } from './settings.ts';

/** Every key with what it does: the keys as they are written, and the word for it. */
export const keyRows: [keys: string[], text: string][] = [
  [['j', 'k'], 'key-pages'],
  [['g'], 'go-to-page'],
  [['/'], 'search'],
  [['n', 'N'], 'key-hits'],
  [['l'], 'key-lines'],
  [['↑', '↓', '←', '→'], 'key-arrows'],
  [['Enter'], 'key-enter'],
  [['c'], 'contents'],
  [['m'], 'page-map'],
  [['e'], 'findings'],
  [['b'], 'ebook'],
  [['d'], 'key-compare'],
  [['+', '−', '0'], 'key-zoom'],
  [['w'], 'fit-width'],
  [['s'], 'key-spread'],
  [['?'], 'help'],
  [['Esc'], 'key-escape'],
];

/** Calls what a key does. Keys in fields and in dialogs are left alone, and those with Ctrl, Alt or Meta. */
export function followKeys(actions: Record<string, (event: KeyboardEvent) => unknown>): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const isField = target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select');
    if (target.closest('dialog, [popover]') || (isField && event.key !== 'Escape')) return;
    const isLetter = event.key.length === 1;
    if (isLetter && settings.read('keys') === 'off') return;
    // Enter and arrows belong to what has the focus.
    if (!isLetter && event.key !== 'Escape' && target.closest('a, button, summary, input, [role=tab]')) return;
    const act = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (act && act(event) !== false) event.preventDefault();
  });
}
