import type { Repository } from '../disk/repository.ts';
import type { TermsBook } from '../theme/terms.ts';
import { readArticles } from '../where/read-article.ts';
import { chooseManuscripts, type WrittenManuscript } from './choose-manuscripts.ts';
import { type PlacedComment, placeComment, type SearchedArticle, searchedArticle } from './place-comments.ts';
import type { PdfComments } from './read-comments.ts';

/** The comments of a PDF at their places in a journal’s manuscripts. */
export interface ImportedComments {
  comments: PlacedComment[];
  /** The manuscripts that its pages are from, with their text as it is now. */
  manuscripts: { issue: string; path: string; text: string; isWhole: boolean }[];
}

/** Places the comments of a PDF in the manuscripts of some issues, whichever its pages are from. */
export async function importComments(
  repository: Repository,
  issues: readonly string[],
  terms: TermsBook,
  { comments, texts }: PdfComments,
): Promise<ImportedComments> {
  const written = (await Promise.all(issues.map((issue) => manuscriptsOf(repository, issue)))).flat();
  const chosen = chooseManuscripts(texts, written);
  const wanted = new Set([...chosen.values()].flat());
  const searched = new Map<string, SearchedArticle>();
  const manuscripts: ImportedComments['manuscripts'] = [];
  for (const issue of issues) {
    const paths = [...wanted].filter((one) => one.issue === issue).map(({ path }) => path);
    if (paths.length === 0) continue;
    for (const { article, isWhole } of await readArticles(repository, issue, paths, terms)) {
      const { path } = article.file;
      searched.set(`${issue}/${path}`, searchedArticle(article));
      manuscripts.push({ issue, path, text: String(article.file), isWhole });
    }
  }
  const articlesFor = (page: number): SearchedArticle[] =>
    (chosen.get(page) ?? []).flatMap(({ issue, path }) => searched.get(`${issue}/${path}`) ?? []);
  return { comments: comments.map((comment) => placeComment(comment, articlesFor(comment.page))), manuscripts };
}

/** The manuscripts in the folder of an issue. */
async function manuscriptsOf(repository: Repository, issue: string): Promise<WrittenManuscript[]> {
  const found: WrittenManuscript[] = [];
  const folders = [`manuscripts/${issue}`];
  for (const folder of folders) {
    if (folders.length > 200) break;
    for (const name of await repository.list(folder)) {
      if (name.endsWith('/')) folders.push(`${folder}/${name.slice(0, -1)}`);
      if (!name.endsWith('.md')) continue;
      const text = new TextDecoder().decode(await repository.read(`${folder}/${name}`));
      found.push({ issue, path: `${folder}/${name}`, text });
    }
  }
  return found;
}
