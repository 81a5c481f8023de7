import { posix } from 'node:path';
import { hasErrors } from '../diagnostics/report.ts';
import { FileMissing, type Repository } from '../disk/repository.ts';
import type { Article } from '../issue/model.ts';
import { prepareIssue } from '../manuscript/prepare.ts';
import { readIssue } from '../manuscript/read.ts';
import type { TermsBook } from '../theme/terms.ts';

/**
 * Reads a manuscript as the article that it is in an issue, alone: the issue’s other articles are not set in type.
 * Undefined if the issue does not have it; not whole, if faults keep its text from being read.
 */
export async function readArticle(
  repository: Repository,
  issue: string,
  path: string,
  terms: TermsBook,
): Promise<{ article: Article; isWhole: boolean } | undefined> {
  // Most issues of a journal do not name it, and are not read.
  const facts = await repository.read(`manuscripts/${issue}/issue.yaml`).catch((error: unknown) => {
    if (error instanceof FileMissing) return new Uint8Array();
    throw error;
  });
  if (!new TextDecoder().decode(facts).includes(posix.basename(path))) return undefined;
  const [read] = await readArticles(repository, issue, [path], terms);
  return read;
}

/** Reads some manuscripts of an issue as its articles, in its order; the others are not set in type. */
export async function readArticles(
  repository: Repository,
  issue: string,
  paths: readonly string[],
  terms: TermsBook,
): Promise<{ article: Article; isWhole: boolean }[]> {
  const source = await readIssue(repository, issue);
  const sections = source.sections.map((section) => ({
    ...section,
    manuscripts: section.manuscripts.filter(({ file }) => paths.includes(file.path)),
  }));
  const manuscripts = sections.flatMap((section) => section.manuscripts);
  if (manuscripts.length === 0) return [];
  const areRead = manuscripts.map(({ file }) => !hasErrors([file]));
  const { articles } = await prepareIssue({ ...source, sections }, repository, terms);
  return articles.map((article, i) => ({
    article,
    isWhole: areRead[i] === true && article.body.children.length > 0,
  }));
}
