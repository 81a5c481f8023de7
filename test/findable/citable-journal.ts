import { join } from 'node:path';
import { checkIssue } from '../../build/check-issue.ts';
import type { CitableArticle, CitableIssue } from '../../build/citable/citable.ts';
import { citableIssue } from '../../build/citable/citable-issue.ts';
import { silently } from '../../build/diagnostics/stage.ts';
import { openRepository } from '../../build/disk/repository.ts';
import type { InType } from '../../build/in-type/set-in-type.ts';
import type { PageRecord } from '../../build/record/schema.ts';

/** A journal that says all that can be said of articles, as it is cited: with the pages that a record would give. */
export async function citableJournal(): Promise<{ issue: CitableIssue; inType: InType }> {
  const repository = await openRepository(join(import.meta.dirname, '../deposit/journal'));
  const inType = (await checkIssue('2026-2', repository, silently, [])).inType as InType;
  const articles = inType.issue.articles.map(({ id }, i) => ({ id, first: `${43 + 2 * i}`, last: `${43 + 3 * i}` }));
  const record = { articles } as unknown as PageRecord;
  return { issue: citableIssue(inType.issue, record, inType.theme.terms.languages), inType };
}

/** An article of an issue by its name. */
export function named(issue: CitableIssue, name: string): CitableArticle {
  const found = issue.articles.find((article) => article.name === name);
  if (!found) throw new Error(`There is no article ${name}`);
  return found;
}
