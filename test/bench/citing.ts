import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChrome } from '../../build/browser/browser.ts';
import { type Cache, noCache } from '../../build/cache/cache.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { memoryCache } from '../cache/memory-cache.ts';
import { citingArticle, citingJournal, handWritten } from './citing/articles.ts';
import { type BuildTimes, timedBuild } from './timed-build.ts';
import { middle } from './units/middle.ts';

/*
 * What five hundred citations add to the build of an article: beside the same article in which an author wrote the same notes, or names and years, and the same list by
 * hand: with nothing kept but what the processor wrote in an earlier build; and with nothing at all, beside the processor’s own time. All in one run, in turns, so that the
 * ratios mean something where the seconds do not.
 */

const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
const chrome = await startChrome();
const turns = Number(process.argv[3] ?? 5);
try {
  for (const style of ['chicago-notes-bibliography-subsequent-ibid', 'chicago-author-date']) await bench(style);
} finally {
  await chrome.close();
  await rm(work, { recursive: true, force: true });
}

async function bench(style: string): Promise<void> {
  const folder = join(work, style);
  const citing = await openRepository(await citingJournal(join(folder, 'citing'), style, citingArticle()));
  const cache = memoryCache();
  const byHand = await openRepository(
    await citingJournal(join(folder, 'by-hand'), style, await handWritten(citing, cache)),
  );
  const kinds = new Set(['citations', 'bibliography', 'cited']);
  const onlyCitations: Cache = {
    find: async (kind, key) => (kinds.has(kind) ? cache.find(kind, key) : undefined),
    has: async (kind, key) => kinds.has(kind) && cache.has(kind, key),
    keep: async () => {},
  };
  const took = { byHand: [] as BuildTimes[], kept: [] as BuildTimes[] };
  for (let turn = 0; turn <= turns; turn++) {
    const out = join(folder, 'dist');
    const now = {
      byHand: await timedBuild(byHand, out, chrome, noCache),
      kept: await timedBuild(citing, out, chrome, onlyCitations),
      byHandAgain: await timedBuild(byHand, out, chrome, noCache),
    };
    // The first turn compiles.
    if (turn === 0) continue;
    const mean = (of: keyof BuildTimes) => (now.byHand[of] + now.byHandAgain[of]) / 2;
    took.byHand.push({ clock: mean('clock'), processors: mean('processors') });
    took.kept.push(now.kept);
  }
  process.stdout.write(`\n500 citations of 200 works, ${style}; medians of ${turns} turns\n`);
  for (const of of ['clock', 'processors'] as const) {
    const [hand, kept] = [took.byHand, took.kept].map((all) => all.map((one) => one[of])) as [number[], number[]];
    const base = middle(hand) ?? Number.NaN;
    process.stdout.write(`  by the ${of}\n`);
    row('the same words by hand', base, base);
    row('cited, as the processor wrote it before', middle(kept) ?? Number.NaN, base);
    const added = kept.map((one, i) => one / (hand[i] as number) - 1);
    process.stdout.write(`  citations add ${(middle(added) ?? Number.NaN).toFixed(2)} × (aim: 0.25)\n`);
  }
  const cold = { byHand: [] as number[], citing: [] as number[], processor: [] as number[] };
  for (let turn = 0; turn < Math.min(3, turns); turn++) {
    cold.byHand.push(once('build', byHand.root, join(folder, 'dist')));
    cold.citing.push(once('build', citing.root, join(folder, 'dist')));
    cold.processor.push(once('processor', citing.root, style));
  }
  const [hand, cited, alone] = [cold.byHand, cold.citing, cold.processor].map((all) => middle(all) ?? Number.NaN);
  process.stdout.write('  with nothing kept, each in a process of its own\n');
  row('the same words by hand', hand as number, hand as number);
  row('cited', cited as number, hand as number);
  row('the processor alone', alone as number, hand as number);
  const ours = ((cited as number) - (hand as number) - (alone as number)) / (hand as number);
  process.stdout.write(`  beyond the processor’s own time citations add ${ours.toFixed(2)} × the build without them\n`);
}

/** The milliseconds of a piece of work in a process of its own. */
function once(what: 'build' | 'processor', root: string, more: string): number {
  const script = fileURLToPath(new URL('citing/cold-once.ts', import.meta.url));
  return Number(execFileSync(process.execPath, [...process.execArgv, script, what, root, more], { encoding: 'utf8' }));
}

function row(name: string, ms: number, base: number): void {
  process.stdout.write(
    `  ${name.padEnd(44)} ${ms.toFixed(0).padStart(7)} ms  ${(ms / base).toFixed(2).padStart(6)} ×\n`,
  );
}
