import { type CheckedFile, checkedClause, collectFindings } from '../check/editions/checked.ts';
import { checkEpub, type EpubChecks, runEpubcheck } from '../check/epub.ts';
import { type RuleId, rules } from '../diagnostics/rules.ts';
import type { Article } from '../issue/model.ts';
import type { EditionContext, EditionFile } from './edition.ts';

/** Checks EPUBs of an issue. `articleOf` returns the article of a book of one article. */
export async function checkBooks(
  files: readonly EditionFile[],
  articleOf: (path: string) => Article | undefined,
  context: EditionContext,
): Promise<CheckedFile[]> {
  const { chrome, stage, isThorough } = context;
  const ask = async () => runEpubcheck(await Promise.all(files.map(({ read }) => read())));
  const said = isThorough ? await stage('Asking EPUBCheck', ask) : [];
  const skipped = new Map<RuleId, string>();
  const checked: CheckedFile[] = [];
  for (const [i, one] of files.entries()) {
    const validators = isThorough ? { chrome, epubcheck: said[i], skipped } : undefined;
    checked.push(await stage(`Checking ${one.path}`, () => checkBook(one, articleOf(one.path), context, validators)));
  }
  return checked;
}

async function checkBook(
  { path, file, read, current }: EditionFile,
  only: Article | undefined,
  { issue, theme, record, cache }: EditionContext,
  validators: EpubChecks['validators'],
): Promise<CheckedFile> {
  const found = collectFindings([file, ...issue.files]);
  const words = current ? { terms: theme.terms, folios: record?.ids, only } : undefined;
  await checkEpub(await read(), file, { issue, words, cache, ...(validators ? { validators } : {}) });
  const findings = found();
  const asked = new Set([
    ...(Object.keys(rules) as RuleId[]).filter((rule) => rule.startsWith('epub-')),
    ...findings.keys(),
  ]);
  const clauses = [...asked].map((rule) => checkedClause(rule as RuleId, findings.get(rule)));
  for (const clause of clauses) {
    const why = validators?.skipped?.get(clause.rule);
    if (why && clause.state === 'passed') Object.assign(clause, { state: 'skipped', why });
  }
  return { path, as: 'EPUB 3.3', clauses };
}
