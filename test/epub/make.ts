import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { makeEpub } from '../../build/epub/epub.ts';
import type { Article, Issue } from '../../build/issue/model.ts';
import type { PageRecord } from '../../build/record/schema.ts';
import { readStyle } from '../../build/styles/style.ts';
import { openTheme } from '../../build/theme/theme.ts';

/**
 * Makes the EPUB of an issue with the templates and styles of a repository, or with Offprint's own where it has none.
 */
export async function make(
  issue: Issue,
  style = 'quarterly',
  root = offprintRoot,
  record?: PageRecord,
  only?: Article,
): Promise<Uint8Array> {
  const repository = await openRepository(root);
  const read = await readStyle(repository, style, 'epub');
  const { epub } = await makeEpub(issue, read, await openTheme(repository), { record, only });
  return epub;
}
