import { type CheckedFile, collectFindings } from '../check/editions/checked.ts';
import { checkEpub, type EpubChecks, runEpubcheck } from '../check/epub.ts';
import type { RuleId } from '../diagnostics/rules.ts';
import type { Article } from '../issue/model.ts';
import { checkedRules } from './checked-rules.ts';
import { citedRecord, type EditionContext, type EditionFile } from './edition.ts';

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
  context: EditionContext,
  validators: EpubChecks['validators'],
): Promise<CheckedFile> {
  const { issue, theme, cache } = context;
  const found = collectFindings([file, ...issue.files]);
  const words = current ? { terms: theme.terms, folios: citedRecord(context)?.ids, only } : undefined;
  await checkEpub(await read(), file, { issue, words, cache, ...(validators ? { validators } : {}) });
  const clauses = checkedRules((rule) => rule.startsWith('epub-'), found(), validators?.skipped);
  return { path, as: 'EPUB 3.3', clauses };
}
