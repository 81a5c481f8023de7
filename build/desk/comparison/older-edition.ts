import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { builtEdition, type ComparedEdition } from '../../compare/edition.ts';
import { checkOutAside, commitOf } from '../../compare/git-revision.ts';
import { sourcesOfBuilt } from '../../compare/sources.ts';
import { messageOf } from '../../diagnostics/message-of.ts';
import { openRepository } from '../../disk/repository.ts';
import { type PagesMeans, setPages } from '../../editions/set-pages.ts';
import { listIssues } from '../../manuscript/list-issues.ts';
import { Refused } from './refused.ts';
import { shownEdition } from './shown-edition.ts';

/** The last finished build of an issue, as it lies in `dist/`. Throws {@link Refused}. */
export async function finishedEdition({ repository, folder }: PagesMeans): Promise<ComparedEdition> {
  const name = `dist/${folder}`;
  const edition = await builtEdition(name, join(repository.root, 'dist', folder));
  if (edition) return { ...edition, sources: await sourcesOfBuilt(edition, repository.root) };
  throw new Refused(`There is no finished build in ${name}.`, 'Build the issue (offprint build), or name a revision.');
}

/**
 * An issue as it was in a revision of the journal’s Git repository, set in a folder of its own: nothing in the
 * journal’s changes. Throws {@link Refused}.
 */
export async function formerEdition(revision: string, means: PagesMeans, into: string): Promise<ComparedEdition> {
  const { repository, folder } = means;
  const commit = await commitOf(repository.root, revision);
  if (!commit)
    throw new Refused(`There is no Git revision ${revision}.`, 'Name a commit, a tag or a branch: HEAD~1, v1, main.');
  const journal = join(into, 'journal');
  await mkdir(journal, { recursive: true });
  await checkOutAside(repository.root, commit, journal).catch((error) => {
    throw new Refused(`Git cannot write ${revision} into a folder: ${messageOf(error)}`);
  });
  const former = await openRepository(journal);
  if (!(await listIssues(former)).includes(folder))
    throw new Refused(`${revision} has no issue ${folder}.`, 'Name a later revision.');
  const { pages, ended } = await setPages({ ...means, repository: former }, {});
  if (pages) return shownEdition(revision, pages, into);
  if (ended !== undefined) throw new Refused(messageOf(ended));
  throw new Refused(
    `The manuscripts of ${revision} have errors, so there are no pages to compare.`,
    `This lists them: offprint compare ${revision} ${folder}`,
  );
}
