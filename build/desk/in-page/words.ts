import { ask } from './ask.ts';
import { writeAttributes } from './dom.ts';

/** Gives a text of the interface by its key, without `desk-`; `{name}` in it is replaced by values. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** The words of the interface in the first language of the user’s that has them, else in English. */
export async function loadWords(languages: readonly string[]): Promise<Words> {
  let terms: Record<string, string> = {};
  for (const lang of languages.length > 0 ? languages : ['en']) {
    terms = (await ask<Record<string, string>>('terms', { lang })) ?? {};
    if (terms['desk-lang'] === lang.split('-')[0]) break;
  }
  return (key, values = {}) =>
    (terms[`desk-${key}`] ?? terms[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Writes the words into the document: `data-words` names the text of an element, `data-label` its label. */
export function writeWords(words: Words): void {
  document.documentElement.lang = words('lang');
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]'))
    element.textContent = words(element.dataset.words ?? '');
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    const label = words(element.dataset.label ?? '');
    const { keys } = element.dataset;
    writeAttributes(element, { 'aria-label': label, title: keys ? `${label} (${keys})` : label });
  }
}
