import { type CheckedFile, checkedClause, collectFindings } from '../check/editions/checked.ts';
import { checkJatsXml } from '../check/jats/check-jats.ts';
import { proveJatsWords } from '../check/jats/prove-words.ts';
import { dtdValidator } from '../check/jats/validate-dtd.ts';
import { type RuleId, rules } from '../diagnostics/rules.ts';
import type { Article } from '../issue/model.ts';
import { bookTargets } from '../reflow/targets.ts';
import type { EditionContext, EditionFile } from './edition.ts';

/** Checks the JATS of an issue. `articleOf` returns the article of a file; there is none for a graphic. */
export async function checkJats(
  files: readonly EditionFile[],
  articleOf: (path: string) => Article | undefined,
  { issue, theme, record, isThorough }: EditionContext,
): Promise<CheckedFile[]> {
  const beside = new Set(files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
  const validator = isThorough ? await dtdValidator() : undefined;
  const targets = bookTargets(issue, theme.terms);
  const checked: CheckedFile[] = [];
  for (const { path, file, read, current } of files) {
    if (!path.endsWith('.xml')) continue;
    const article = articleOf(path);
    const found = collectFindings([file, ...issue.files]);
    const xml = new TextDecoder().decode(await read());
    const pages = current ? record?.articles.find(({ id }) => id === article?.id) : undefined;
    const validate = typeof validator === 'function' ? validator : undefined;
    const tree = checkJatsXml(xml, file, { beside, pages, validate });
    if (tree && current && article)
      proveJatsWords(tree, article, { folios: record?.ids, nameOf: (id, from) => targets.name(id, from).text });
    const findings = found();
    const asked = new Set<string>([
      ...Object.keys(rules).filter((rule) => rule.startsWith('jats-')),
      ...findings.keys(),
    ]);
    asked.delete('jats-facts');
    const clauses = [...asked].map((rule) => checkedClause(rule as RuleId, findings.get(rule)));
    for (const clause of clauses)
      if (clause.rule === 'jats-valid' && typeof validator === 'string')
        Object.assign(clause, { state: 'skipped', why: validator });
    checked.push({ path, as: 'JATS 1.3', clauses });
  }
  return checked;
}
