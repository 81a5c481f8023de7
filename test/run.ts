import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { choose } from './run/choose.ts';
import { sweepKept } from './run/kept.ts';
import { longestFirst, rememberSeconds } from './run/seconds.ts';
import { type Outcome, outcomeOf } from './run/worker-process.ts';

/*
 * Runs the test files, in as many processes as the machine has cores: each takes one file after another, the long ones
 * first, so that code is loaded and the browser started once. Words after `npm test --` choose the files whose path has
 * one of them; `--quick` chooses those that want neither a browser, another program nor the compiler, and one build
 * of the sample issue; `--times` lists the slowest files; `--in DIR` runs the files of another folder. The last line counts, and the
 * exit code is 1 where anything failed.
 */

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean' }, times: { type: 'boolean' }, in: { type: 'string' } },
  allowPositionals: true,
});
const root = resolve(values.in ?? import.meta.dirname);
const files = await choose(root, positionals, values.quick === true);
await sweepKept();
// Whatever commands keep for later ones is of this run alone.
process.env.OFFPRINT_CACHE = await mkdtemp(join(tmpdir(), 'offprint-test-cache-'));
// What is said does not depend on the machine’s language; tests of another ask for it.
process.env.OFFPRINT_LANG = 'en';
const queue = await longestFirst(root, files);
const total = { passed: 0, failed: 0, skipped: 0 };
const seconds = new Map<string, number>();
const worked = new Map<string, number>();

await Promise.all(Array.from({ length: availableParallelism() }, work));
await rm(process.env.OFFPRINT_CACHE, { recursive: true, force: true });
const isWhole = positionals.length === 0 && !values.quick && !values.in;
await rememberSeconds(root, seconds, isWhole && values.times === true && Boolean(process.env.UPDATE));
if (values.times) tellTimes();
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 || files.length === 0 ? 1 : 0;

async function work(): Promise<void> {
  const worker = outcomeOf(root);
  for (let file = queue.shift(); file; file = queue.shift()) {
    const start = performance.now();
    const outcome = await worker.run(file);
    seconds.set(file, (performance.now() - start) / 1000);
    tell(file, outcome);
  }
  await worker.end();
}

function tell(file: string, { passed, failed, skipped, work, output }: Outcome): void {
  worked.set(file, work);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const counted = `${passed}/${passed + failed}  ${seconds.get(file)?.toFixed(1)} s`;
  process.stdout.write(`${failed > 0 ? 'FAILED' : 'ok    '} ${file}  ${counted}\n`);
  if (failed > 0) process.stdout.write(output);
}

function tellTimes(): void {
  const slowest = [...seconds].sort(([, a], [, b]) => b - a).slice(0, 20);
  process.stdout.write('\nThe slowest files: seconds, and those that their own process worked\n');
  for (const [file, time] of slowest)
    process.stdout.write(
      `${[time, worked.get(file) ?? 0].map((one) => one.toFixed(1).padStart(8)).join('')}  ${file}\n`,
    );
}
