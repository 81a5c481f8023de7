import { type CheckedFile, collectFindings } from '../check/editions/checked.ts';
import { checkJatsXml } from '../check/jats/check-jats.ts';
import { proveJatsWords } from '../check/jats/prove-words.ts';
import { dtdValidator } from '../check/jats/validate-dtd.ts';
import type { RuleId } from '../diagnostics/rules.ts';
import type { Article } from '../issue/model.ts';
import { placeNames } from '../manuscript/numbering/place-names.ts';
import { checkedRules } from './checked-rules.ts';
import { citedRecord, type EditionContext, type EditionFile } from './edition.ts';

/** Checks the JATS of an issue. `articleOf` returns the article of a file; there is none for a graphic. */
export async function checkJats(
  files: readonly EditionFile[],
  articleOf: (path: string) => Article | undefined,
  context: EditionContext,
): Promise<CheckedFile[]> {
  const { issue, theme, isThorough } = context;
  const record = citedRecord(context);
  const beside = new Set(files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
  const validator = isThorough ? await dtdValidator() : undefined;
  const skipped = new Map<RuleId, string>(typeof validator === 'string' ? [['jats-valid', validator]] : []);
  const nameOf = placeNames(issue, theme.terms);
  const checked: CheckedFile[] = [];
  for (const { path, file, read, current } of files) {
    if (!path.endsWith('.xml')) continue;
    const article = articleOf(path);
    const found = collectFindings([file, ...issue.files]);
    const xml = new TextDecoder().decode(await read());
    const pages = current ? record?.articles.find(({ id }) => id === article?.id) : undefined;
    const validate = typeof validator === 'function' ? validator : undefined;
    const tree = checkJatsXml(xml, file, { beside, pages, validate });
    if (tree && current && article) proveJatsWords(tree, article, { folios: record?.ids, nameOf });
    const clauses = checkedRules((rule) => rule.startsWith('jats-') && rule !== 'jats-facts', found(), skipped);
    checked.push({ path, as: 'JATS 1.3', clauses });
  }
  return checked;
}
