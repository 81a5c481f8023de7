import { join, relative } from 'node:path';
import { importComments } from '../../comments/import-comments.ts';
import type { PlacedComment } from '../../comments/place-comments.ts';
import type { CommentReply } from '../../comments/read-comments.ts';
import { withoutControls } from '../../diagnostics/show.ts';
import type { Repository } from '../../disk/repository.ts';
import { articleNamed } from '../../issue/chosen-articles.ts';
import { queriesOf } from '../../manuscript/queries/queries-of.ts';
import { readIssue } from '../../manuscript/read.ts';
import { readTerms } from '../../theme/terms.ts';
import { isFinishedFile } from '../finished-file.ts';
import { type AskedIssue, askedIssues, repositoryOf } from '../options.ts';
import { spoken } from '../spoken/spoken.ts';
import { type Exit, exit } from '../usage.ts';
import { readAnnotated } from './read-annotated.ts';

interface QueriesOptions {
  root: string;
  json?: boolean;
}

/** An open query, with the answers that came back in PDFs. Lines and columns count from 1. */
interface ListedQuery {
  issue: string;
  article: string;
  file: string;
  line: number;
  column: number;
  number: number;
  text: string;
  answers: CommentReply[];
}

/**
 * Runs `offprint queries`: lists the open queries of issues or articles; PDFs that are named, too, are proofs that came
 * back, whose answers are shown beside the queries. Throws UsageError.
 */
export async function queriesCommand(names: string[], options: QueriesOptions): Promise<Exit> {
  const repository = await repositoryOf(options);
  const asked = await askedIssues(
    repository,
    names.filter((name) => !isFinishedFile(name)),
  );
  const queries = (await Promise.all(asked.map((one) => queriesIn(repository, one)))).flat();
  const answered: PlacedComment[] = [];
  for (const path of names.filter(isFinishedFile)) {
    const issues = asked.map(({ issue }) => issue);
    const read = await readAnnotated(path);
    const placed = await importComments(repository, issues, await readTerms(repository), read);
    answered.push(...placed.comments.filter(({ query }) => query));
  }
  for (const { place, query } of answered)
    for (const one of queries)
      if (place && one.file === place.file && one.line === place.line && one.column === place.column)
        one.answers.push(...(query?.answers ?? []));
  const nameOf = (file: string) => relative('.', join(repository.root, file)).replaceAll('\\', '/') || file;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ok: true, queries }, null, 2)}\n`);
    return exit.done;
  }
  for (const { file, line, column, number, text, answers } of queries) {
    process.stdout.write(`${withoutControls(`${nameOf(file)}:${line}:${column} [Q${number}] ${text}`)}\n`);
    for (const answer of answers)
      for (const part of `→ ${answer.author ? `${answer.author}: ` : ''}${answer.text}`.split('\n'))
        process.stdout.write(`    ${withoutControls(part)}\n`);
  }
  const settled = answered.filter(({ place, query }) => !place && query && query.answers.length > 0);
  for (const { query } of settled)
    process.stderr.write(`${spoken('Not open any more:')} ${withoutControls(query?.text ?? '')}\n`);
  process.stderr.write(`${spoken(countOf(queries))}\n`);
  return exit.done;
}

function countOf(queries: readonly ListedQuery[]): string {
  if (queries.length === 0) return 'No query is open.';
  const answered = queries.filter(({ answers }) => answers.length > 0).length;
  const open = queries.length === 1 ? '1 query is open' : `${queries.length} queries are open`;
  return answered === 0 ? `${open}.` : `${open}, ${answered} with an answer.`;
}

/** The queries of an issue, or of some of its articles. Throws NoSuchArticle. */
async function queriesIn(repository: Repository, { issue, chosen }: AskedIssue): Promise<ListedQuery[]> {
  const manuscripts = (await readIssue(repository, issue)).sections.flatMap((section) => section.manuscripts);
  const wanted = chosen?.map((name) => articleNamed(issue, manuscripts, name));
  return (wanted ?? manuscripts).flatMap(({ name, file }) =>
    queriesOf(file).map(({ text, at }, i) => ({
      issue,
      article: name,
      file: file.path,
      line: at.line,
      column: at.column,
      number: i + 1,
      text,
      answers: [],
    })),
  );
}
