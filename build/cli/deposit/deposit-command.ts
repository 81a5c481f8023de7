import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIssue } from '../../build.ts';
import { checkIssue } from '../../check-issue.ts';
import { levelOf } from '../../diagnostics/report.ts';
import type { Repository } from '../../disk/repository.ts';
import { refuseForeign } from '../../dist/last-build.ts';
import { refuseUnwritable } from '../../dist/refuse-unwritable.ts';
import type { Edition } from '../../editions/edition.ts';
import type { Outcome } from '../../in-type/outcome.ts';
import { listIssues } from '../../manuscript/list-issues.ts';
import { browserWhenNeeded } from '../browser-when-needed.ts';
import { type CacheChoice, cacheOf } from '../cache-options.ts';
import { eachIssue } from '../each-issue.ts';
import { onSignals } from '../on-signals.ts';
import { type CommonOptions, issueOrNewest, jobsOf, outputFolder, repositoryOf } from '../options.ts';
import { printResults } from '../print-results.ts';
import { type Progress, progressOn } from '../progress.ts';
import { type Exit, exit, UsageError } from '../usage.ts';
import { type Delivery, deliver, prepareDelivery } from './send-deposit.ts';

export interface DepositOptions extends CommonOptions, CacheChoice {
  out?: string;
  jobs?: string;
  to?: string;
  send?: boolean;
}

/**
 * Runs `offprint deposit`: says what recipients lack, or makes what is asked for; with `--to` says what would be sent,
 * and with `--send` sends it.
 */
export async function depositCommand(
  words: string[],
  options: DepositOptions,
  editions: readonly Edition[],
): Promise<Exit> {
  const repository = await repositoryOf(options);
  const recipients = editions.filter(({ onRequest }) => onRequest);
  const { issue, asked } = await readWords(words, recipients, repository);
  if (options.send && !options.to) throw new UsageError('--send wants to know where: --to crossref-test --send.');
  const delivery = options.to === undefined ? undefined : await prepareDelivery(repository, options.to, asked);
  const wanted = delivery ? [delivery.endpoint.recipient] : asked;
  const progress = progressOn(process.stderr, options.quiet === true || options.json === true);
  onSignals(() => 'Stopped.', options.json === true);
  if (wanted.length === 0) {
    const run = await eachIssue([issue], progress, (one) => lookAt(one, repository, recipients, progress));
    return printResults(run, options, 'nothing was made: name a recipient, as in offprint deposit crossref');
  }
  return make(issue, wanted, repository, options, editions, progress, delivery);
}

/** The issue and the recipients among the words of a command. Throws UsageError. */
async function readWords(words: readonly string[], recipients: readonly Edition[], repository: Repository) {
  const names = recipients.map(({ name }) => name);
  const asked = words.filter((word) => names.includes(word));
  const [named, ...more] = words.filter((word) => !names.includes(word));
  if (more.length > 0) throw new UsageError('One issue at a time is deposited: offprint deposit 2026-1 crossref.');
  const bare = named?.replace(/\/+$/, '').replace(/^(\.\/)?manuscripts\//, '');
  if (bare !== undefined && !(await listIssues(repository)).includes(bare))
    throw new UsageError(
      `${bare} is neither an issue nor a recipient. The recipients are ${names.join(', ')}; the issues: ${(await listIssues(repository)).join(', ')}.`,
    );
  return { issue: await issueOrNewest(repository, bare), asked };
}

/** Says of each recipient what it lacks; none of that is an error, as nothing is asked for. */
async function lookAt(
  issue: string,
  repository: Repository,
  recipients: readonly Edition[],
  { stage }: Progress,
): Promise<Outcome> {
  const checked = await checkIssue(issue, repository, stage, []);
  const remarks: string[] = [];
  const { inType } = checked;
  if (inType)
    for (const { name, lacks } of recipients) {
      if (!lacks) continue;
      const before = countOf(checked);
      await lacks(inType);
      const count = countOf(checked) - before;
      remarks.push(
        count === 0
          ? `${name}: nothing is missing`
          : `${name}: ${count} ${count > 1 ? 'facts are' : 'fact is'} missing`,
      );
    }
  for (const { messages } of checked.files)
    for (const message of messages) if (message.ruleId === 'deposit-complete') message.fatal = false;
  return { ...checked, remarks };
}

function countOf({ files }: Outcome): number {
  return files
    .flatMap(({ messages }) => messages)
    .filter((message) => message.ruleId === 'deposit-complete' && levelOf(message) === 'error').length;
}

/** Makes what is asked for, of what is kept, and hands it over. */
async function make(
  issue: string,
  wanted: readonly string[],
  repository: Repository,
  options: DepositOptions,
  editions: readonly Edition[],
  progress: Progress,
  delivery: Delivery | undefined,
): Promise<Exit> {
  const jobs = jobsOf(options.jobs);
  const { cache, close: closeCache } = await cacheOf(options);
  const out = await outputFolder(repository, options.out);
  await refuseUnwritable(out);
  await refuseForeign(out, issue);
  const { chrome, close } = browserWhenNeeded();
  const run = await eachIssue([issue], progress, (one) =>
    buildIssue(one, {
      repository,
      out,
      only: new Set(wanted),
      editions,
      strict: options.strict === true,
      chrome,
      articles: true,
      cache,
      jobs,
      stage: progress.stage,
    }),
  );
  await close();
  for (const line of await closeCache()) progress.say(line);
  const [built] = run.built;
  if (!built?.folder) return printResults(run, options);
  const made = editions.filter(({ name }) => wanted.includes(name));
  const paths = await pathsOf(built.folder, made);
  built.remarks = [
    ...(built.remarks ?? []).filter((line) => !line.startsWith('articles/')),
    ...paths.map((path) => `made ${path}`),
  ];
  if (!delivery) return printResults(run, options);
  const path = paths[0];
  if (path === undefined) throw new UsageError('There is nothing to send.');
  const bytes = await readFile(join(built.folder, path));
  const { lines, isTaken } = await deliver(delivery, { path, bytes }, options.send === true);
  built.remarks.push(...lines);
  const code = printResults(run, options, undefined, { sent: options.send === true && isTaken });
  return code === exit.done && !isTaken ? exit.faults : code;
}

/** The files of some editions in an issue’s folder, by its manifest. */
async function pathsOf(folder: string, made: readonly Edition[]): Promise<string[]> {
  const { manifestName, readManifest } = await import('../../dist/manifest.ts');
  const manifest = readManifest(await readFile(join(folder, manifestName), 'utf8'));
  return (manifest?.files ?? []).map(({ path }) => path).filter((path) => made.some((edition) => edition.has(path)));
}
