import { closestWord } from '../text/closest-word.ts';
import type { Issue } from './model.ts';

/** The error thrown for the name of an article that is not in its issue. */
export class NoSuchArticle extends Error {
  override name = 'NoSuchArticle';
}

/** The ids of articles by their names, with or without `.md`. Throws {@link NoSuchArticle}. */
export function chosenArticles({ folder, articles }: Issue, names: readonly string[]): Set<string> {
  return new Set(names.map((name) => articleNamed(folder, articles, name).id));
}

/** The article of an issue with a name, or with the name of its file. Throws {@link NoSuchArticle}. */
export function articleNamed<A extends { name: string; file: { stem?: string | undefined } }>(
  folder: string,
  articles: readonly A[],
  named: string,
): A {
  const name = named.replace(/\.md$/, '');
  const article = articles.find((one) => one.name === name || one.file.stem === name);
  if (article) return article;
  const all = articles.map((one) => one.name);
  const close = closestWord(name, all);
  throw new NoSuchArticle(
    `There is no article ${name} in the issue ${folder}.${close ? ` Did you mean ${close}?` : ''} It has: ${all.join(', ')}.`,
  );
}
