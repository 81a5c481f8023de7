import { pathToFileURL } from 'node:url';
import { endWell } from './ending.ts';
import { left, state } from './left.ts';
import type { Told } from './worker-process.ts';

/*
 * Runs test files in this process, as the one that started it asks for them, and tells it what became of each. A file is
 * imported, and what it handed to uvu by `test.run()` is run; one that hands over nothing fails, and so does one that
 * leaves this process otherwise than it was.
 */

/** A suite as uvu's runner knows it: what failed, if anything, and counts. */
type Suite = () => Promise<[errors: string | true, passed: number, skipped: number, total: number]>;

const uvu = globalThis as { UVU_DEFER?: 1; UVU_INDEX?: number; UVU_QUEUE?: Suite[][] };
// uvu then leaves it to us when suites are run.
uvu.UVU_DEFER = 1;
uvu.UVU_INDEX = 0;

if (!process.argv.includes('--alone')) await import('./one-browser.ts');

process.on('disconnect', endWell);
process.on('message', async ({ path }: { path: string }) => {
  process.send?.(await run(path));
});

async function run(path: string): Promise<Told> {
  const before = state();
  const work = process.cpuUsage();
  const suites: Suite[] = [];
  const told: Told = { passed: 0, failed: 0, skipped: 0, faults: '', work: 0, memory: 0 };
  const fail = (fault: string): void => {
    told.failed++;
    told.faults += `${fault}\n`;
  };
  uvu.UVU_QUEUE = [suites];
  try {
    await import(pathToFileURL(path).href);
    for (const suite of suites) {
      const [errors, passed, skipped, total] = await suite();
      told.passed += passed;
      told.skipped += skipped;
      told.failed += total - passed;
      if (errors !== true) told.faults += errors;
    }
    if (told.passed + told.failed + told.skipped === 0) fail('there is no test in it that is run');
  } catch (error) {
    fail((error as Error).stack ?? String(error));
  }
  for (const fault of left(before)) fail(fault);
  const { user, system } = process.cpuUsage(work);
  return { ...told, work: (user + system) / 1e6, memory: process.memoryUsage.rss() };
}
