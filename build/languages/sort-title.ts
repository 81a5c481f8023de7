import { type Languages, languageFor } from './languages.ts';

/** A title in its form for sorting, by the articles in the file of its language: `The Journal` → `Journal, The`. */
export function sortTitle(title: string, lang: string, languages: Languages): string {
  for (const article of languageFor(languages, lang)?.titles?.['not-sorted'] ?? []) {
    const head = title.slice(0, article.length);
    const rest = title.slice(article.length);
    const isElided = /['’]$/.test(article);
    if (head.replace("'", '’').toLowerCase() !== article.toLowerCase() || !(isElided || /^\s/.test(rest))) continue;
    if (rest.trim()) return `${rest.trim()}, ${head}`;
  }
  return title;
}
