import { type CheckedFile, checkedClause, collectFindings } from '../check/editions/checked.ts';
import { checkPages } from '../check/web/check-pages.ts';
import { type RuleId, rules } from '../diagnostics/rules.ts';
import type { EditionContext, EditionFile } from './edition.ts';

/** Checks the web edition of an issue, whose files lie in a folder. */
export async function checkWeb(
  files: readonly EditionFile[],
  folder: string,
  { issue, theme, record, cache }: EditionContext,
): Promise<CheckedFile[]> {
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
  await checkPages(read, { names, issue, terms: theme.terms, folios: record?.ids, cache });
  const asked = (Object.keys(rules) as RuleId[]).filter((rule) => rule.startsWith('web-') || rule === 'words-kept');
  return pages.map(({ path }, i): CheckedFile => {
    const findings = found[i]?.() ?? new Map();
    return { path, as: 'HTML', clauses: asked.map((rule) => checkedClause(rule, findings.get(rule))) };
  });
}
