import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { VFile } from 'vfile';
import { changedNothing } from '../../compare/changed-nothing.ts';
import { type Comparison, compareEditions } from '../../compare/compare.ts';
import type { ComparedEdition } from '../../compare/edition.ts';
import { checkOutAside } from '../../compare/git-revision.ts';
import { Incomparable } from '../../compare/incomparable.ts';
import { sourcesOfBuilt } from '../../compare/sources.ts';
import { comparisonJson } from '../../compare/tell/comparison-json.ts';
import { comparisonText } from '../../compare/tell/comparison-text.ts';
import { removal } from '../../disk/removal.ts';
import { temporaryFolder } from '../../disk/temporary-folder.ts';
import { browserWhenNeeded } from '../browser-when-needed.ts';
import { type CacheChoice, cacheOf } from '../cache-options.ts';
import { onSignals } from '../on-signals.ts';
import { jobsOf } from '../options.ts';
import { printResults } from '../print-results.ts';
import { progressOn } from '../progress.ts';
import { spoken } from '../spoken/spoken.ts';
import { type Exit, exit, UsageError } from '../usage.ts';
import { type AskedEdition, askedEdition } from './asked-edition.ts';
import { type AsideMeans, buildAside } from './build-aside.ts';
import { writeReports } from './write-reports.ts';

export interface CompareOptions extends CacheChoice {
  root: string;
  issue?: string;
  /** False for `--no-moved`, `--no-pages`. */
  moved: boolean;
  pages: boolean;
  html?: string;
  notice?: string | true;
  exitCode?: boolean;
  jobs?: string;
  quiet?: boolean;
  json?: boolean;
}

/** Runs `offprint compare A B`: says by meaning what changed between two editions. Throws UsageError. */
export async function compareCommand(first: string, second: string, options: CompareOptions): Promise<Exit> {
  const [before, after] = [await askedEdition(first, options), await askedEdition(second, options)];
  const { cache, close: closeCache } = await cacheOf(options);
  const { chrome, close } = browserWhenNeeded();
  const progress = progressOn(process.stderr, options.quiet === true || options.json === true);
  onSignals(() => 'Stopped.', options.json === true);
  const folder = await temporaryFolder('comparison');
  const means: AsideMeans = {
    cache,
    chrome,
    jobs: jobsOf(options.jobs),
    stage: progress.stage,
    pages: options.pages,
  };
  try {
    const one = await editionOf(before, issueOf(after), options.root, join(folder, 'before'), means);
    const other = await editionOf(after, issueOf(before), options.root, join(folder, 'after'), means);
    const failed = [one, other].find(({ edition }) => !edition);
    if (failed) return printFaults(failed.name, failed.files, failed.ended, options);
    const editions = [one.edition, other.edition] as [ComparedEdition, ComparedEdition];
    const comparison = await progress.stage('Comparing', () => compared(...editions));
    const told = options.moved ? comparison : withoutMoved(comparison);
    await writeReports(told, options, { chrome, stage: progress.stage });
    const text = options.json ? `${JSON.stringify(comparisonJson(told), null, 2)}\n` : comparisonText(told, spoken);
    if (options.notice !== true) process.stdout.write(text);
    return options.exitCode && !changedNothing(told) ? exit.faults : exit.done;
  } finally {
    await close();
    for (const line of await closeCache()) progress.say(line);
    await rm(folder, removal);
  }
}

/** Compares, and says which of the two cannot be read. */
async function compared(before: ComparedEdition, after: ComparedEdition): Promise<Comparison> {
  try {
    return await compareEditions(before, after);
  } catch (error) {
    if (error instanceof Incomparable) throw new UsageError(error.message);
    throw error;
  }
}

interface ReadyEdition {
  name: string;
  edition: ComparedEdition | undefined;
  files: VFile[];
  ended?: unknown;
}

/** Makes the edition that is asked for, in a folder of its own where it has to be built. */
async function editionOf(
  asked: AskedEdition,
  other: string | undefined,
  root: string,
  folder: string,
  means: AsideMeans,
): Promise<ReadyEdition> {
  if (asked.kind === 'edition') {
    const { edition } = asked;
    const home = await journalOf(edition, root);
    return { name: edition.name, edition: { ...edition, sources: await sourcesOfBuilt(edition, home) }, files: [] };
  }
  const { name, issue } = asked;
  let journal = asked.root;
  if (asked.kind === 'revision') {
    journal = join(folder, 'journal');
    await mkdir(journal, { recursive: true });
    await checkOutAside(asked.root, asked.commit, journal).catch((error: Error) => {
      throw new UsageError(`Git cannot write ${name} into a folder: ${error.message}`);
    });
  }
  return { name, ...(await buildAside(name, journal, { issue, other, out: join(folder, 'out') }, means)) };
}

/** The journal’s folder that a built edition belongs to: that around its `dist`, else that of `--root`. */
async function journalOf(edition: ComparedEdition, root: string): Promise<string> {
  const path = edition.book ?? edition.pdf ?? '';
  const around = dirname(dirname(dirname(path)));
  const { isFolder } = await import('../../compare/edition.ts');
  return (await isFolder(join(around, 'manuscripts'))) ? around : root;
}

const issueOf = (asked: AskedEdition): string | undefined => asked.issue;

/** A comparison without what only moved. */
function withoutMoved(comparison: Comparison): Comparison {
  return { ...comparison, changes: comparison.changes.filter(({ kind }) => kind !== 'moved') };
}

/** Prints why an edition could not be made. */
function printFaults(name: string, files: VFile[], ended: unknown, options: CompareOptions): Exit {
  if (ended !== undefined) throw ended;
  const said = `${name} has errors, so there is nothing to compare. offprint check says them, too.`;
  const code = printResults({ built: [{ issue: name, files }] }, options, ' ', {});
  if (!options.json) process.stderr.write(`${spoken(said)}\n`);
  return code === exit.done ? exit.faults : code;
}
