import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offprintRoot } from '../../build/disk/repository.ts';
import { makeTrialJournal, type TrialJournal } from './units/trial-journal.ts';

/*
 * What the JATS of an issue costs beside Pandoc's of the same manuscripts, article by article: cold, with pages made up for
 * it, and with the layouts of an earlier build kept. `npm run bench -- record 30` for another number of articles than 90.
 */

const times = Number(process.argv[3] ?? 90);
const rounds = 3;
const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
try {
  const journal = await makeTrialJournal(offprintRoot, times, join(work, 'journal'));
  tell(`${times} articles, Node ${process.version}`);
  const cold = build(journal, 'cold');
  tell(`Offprint, cold, with the pages: ${seconds(cold)}`);
  const kept = middleOf(Array.from({ length: rounds }, (_, round) => build(journal, `kept-${round}`)));
  tell(`Offprint, layouts kept: ${seconds(kept)}`);
  if (spawnSync('pandoc', ['--version']).status !== 0) tell('Pandoc is not installed: nothing to compare with.');
  else {
    const pandoc = middleOf(Array.from({ length: rounds }, () => withPandoc(journal)));
    const [version] = execFileSync('pandoc', ['--version']).toString().split('\n');
    tell(`${version}, its JATS alone: ${seconds(pandoc)}`);
    tell(`Of its time: ${(kept / pandoc).toFixed(2)} with layouts kept (aim 0.5), ${(cold / pandoc).toFixed(2)} cold`);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

/** Builds the JATS into a folder where nothing lies, and returns the milliseconds. What is kept lies beside. */
function build({ root }: TrialJournal, name: string): number {
  const program = join(offprintRoot, 'build/offprint.mjs');
  const args = [program, 'build', '--root', root, '--only', 'jats', '--out', join(work, name), '--quiet'];
  return timed(process.execPath, args);
}

function withPandoc({ manuscripts }: TrialJournal): number {
  return manuscripts.reduce(
    (sum, path) => sum + timed('pandoc', ['-f', 'markdown', '-t', 'jats_publishing', '-s', path, '-o', `${path}.xml`]),
    0,
  );
}

function timed(program: string, args: readonly string[]): number {
  const start = performance.now();
  execFileSync(program, args, { stdio: 'ignore', env: { ...process.env, OFFPRINT_CACHE: join(work, 'cache') } });
  return performance.now() - start;
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
