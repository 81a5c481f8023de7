import { type CheckedFile, collectFindings } from '../check/editions/checked.ts';
import { checkPages } from '../check/web/check-pages.ts';
import { checkedRules } from './checked-rules.ts';
import { citedRecord, type EditionContext, type EditionFile } from './edition.ts';

/** Checks the web edition of an issue, whose files lie in a folder. */
export async function checkWeb(
  files: readonly EditionFile[],
  folder: string,
  context: EditionContext,
): Promise<CheckedFile[]> {
  const { issue, theme, cache } = context;
  const pages = files.filter(({ path }) => path.endsWith('.html'));
  const names = new Set(files.map(({ path }) => path.slice(folder.length)));
  const read = await Promise.all(
    pages.map(async ({ path, file, read, current }) => ({
      name: path.slice(folder.length),
      file,
      current,
      text: new TextDecoder().decode(await read()),
    })),
  );
  const found = read.map(({ file }) => collectFindings([file, ...issue.files]));
  await checkPages(read, { names, issue, terms: theme.terms, folios: citedRecord(context)?.ids, cache });
  const isOwn = (rule: string) => rule.startsWith('web-') || rule === 'words-kept';
  return pages.map(({ path }, i): CheckedFile => {
    return { path, as: 'HTML', clauses: checkedRules(isOwn, found[i]?.() ?? new Map()) };
  });
}
