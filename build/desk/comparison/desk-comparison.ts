import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compareEditions } from '../../compare/compare.ts';
import { recentCommits } from '../../compare/git-revision.ts';
import { Incomparable } from '../../compare/incomparable.ts';
import { htmlReport } from '../../compare/report/html-report.ts';
import { removal } from '../../disk/removal.ts';
import { temporaryFolder } from '../../disk/temporary-folder.ts';
import type { PagesMeans, SetPages } from '../../editions/set-pages.ts';
import { speakerOf } from '../../languages/message-table.ts';
import { asWritten } from '../../messages/speak.ts';
import type { OlderEditions } from '../desk-state.ts';
import { finishedEdition, formerEdition } from './older-edition.ts';
import { Refused } from './refused.ts';
import { shownEdition } from './shown-edition.ts';

/** The report of what changed since an older edition, or why there is none. */
export type DeskComparison = { html: string } | { found: string; fix: string };

/** The most commits that are offered. */
const mostCommits = 30;

/** The older editions of an issue that its pages may be compared with. */
export async function olderEditions(means: PagesMeans): Promise<OlderEditions> {
  const isBuilt = await finishedEdition(means).then(
    () => true,
    () => false,
  );
  return { isBuilt, commits: await recentCommits(means.repository.root, mostCommits) };
}

/**
 * Compares the pages of the preview with an older edition: with the last finished build, or with a revision of the
 * journal’s Git repository. The report speaks a language that has a table of messages, else English.
 */
export async function compareShown(
  means: PagesMeans,
  shown: SetPages,
  revision: string | undefined,
  lang: string,
): Promise<DeskComparison> {
  const work = await temporaryFolder('comparison');
  try {
    const [older, now] = [join(work, 'before'), join(work, 'after')];
    await Promise.all([mkdir(older), mkdir(now)]);
    const before = revision === undefined ? await finishedEdition(means) : await formerEdition(revision, means, older);
    const comparison = await compareEditions(before, await shownEdition(means.folder, shown, now));
    const told = speakerOf(lang) === asWritten ? 'en' : lang;
    const speak = (text: string): string => speakerOf(told)(text);
    const { chrome } = means;
    return { html: await htmlReport(comparison, { chrome, lang: told, speak }) };
  } catch (error) {
    if (error instanceof Refused) return { found: error.message, fix: error.fix };
    if (error instanceof Incomparable) return { found: error.message, fix: '' };
    throw error;
  } finally {
    await rm(work, removal);
  }
}
