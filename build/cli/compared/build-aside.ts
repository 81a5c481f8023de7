import { join } from 'node:path';
import type { VFile } from 'vfile';
import type { Chrome } from '../../browser/browser.ts';
import type { Cache } from '../../cache/cache.ts';
import { builtEdition, type ComparedEdition } from '../../compare/edition.ts';
import { sourcesHere } from '../../compare/sources.ts';
import { hasErrors } from '../../diagnostics/report.ts';
import type { Stage } from '../../diagnostics/stage.ts';
import { openRepository } from '../../disk/repository.ts';
import { meantIssue } from './asked-edition.ts';

/** The means to build an edition for a comparison. */
export interface AsideMeans {
  cache: Cache;
  chrome: () => Promise<Chrome>;
  jobs: number;
  stage: Stage;
  /** False if only words are compared, so that no page is set. */
  pages: boolean;
}

/** An edition that was built for a comparison alone; none, with what is wrong, if its manuscripts have errors. */
export interface AsideBuild {
  edition: ComparedEdition | undefined;
  files: VFile[];
  ended?: unknown;
}

/** Builds an issue of a journal’s folder into another folder: nothing in the journal’s changes. Throws UsageError. */
export async function buildAside(
  name: string,
  root: string,
  asked: { issue: string | undefined; other: string | undefined; out: string },
  { cache, chrome, jobs, stage, pages }: AsideMeans,
): Promise<AsideBuild> {
  const repository = await openRepository(root);
  const issue = await meantIssue(repository, name, asked.issue, asked.other);
  const { buildIssue } = await import('../../build.ts');
  const outcome = await buildIssue(issue, {
    repository,
    out: asked.out,
    only: new Set(pages ? ['epub', 'screen'] : ['epub']),
    strict: false,
    chrome,
    cache,
    jobs,
    stage,
  });
  const { files, ended } = outcome;
  if (ended !== undefined || hasErrors(files))
    return { edition: undefined, files, ...(ended === undefined ? {} : { ended }) };
  const edition = await builtEdition(name, join(asked.out, issue));
  const paths = edition?.manifest?.sources?.map(({ path }) => path) ?? [];
  return { edition: edition && { ...edition, sources: await sourcesHere(root, paths) }, files };
}
