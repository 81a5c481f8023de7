import type { Chrome } from '../../build/browser/browser.ts';
import { buildIssue } from '../../build/build.ts';
import type { Cache } from '../../build/cache/cache.ts';
import { hasErrors } from '../../build/diagnostics/report.ts';
import type { Repository } from '../../build/disk/repository.ts';
import { editions, usualEditions } from '../../build/editions/table.ts';
import { runningProcesses, treeOf } from './units/process-tree.ts';

/** Milliseconds that a build took: by the clock, and of all processors, which other work of the machine hardly changes. */
export interface BuildTimes {
  clock: number;
  processors: number;
}

const only = usualEditions(editions);

/** Builds all editions of a journal’s issue 1 into a folder, in an open browser, and times it. Throws for any error. */
export async function timedBuild(
  repository: Repository,
  out: string,
  chrome: Chrome,
  cache: Cache,
): Promise<BuildTimes> {
  const start = performance.now();
  const before = processorTime();
  const built = await buildIssue('1', {
    repository,
    out,
    only,
    strict: false,
    chrome: async () => chrome,
    cache,
    stage: (_name, run) => run(),
  });
  if (built.ended) throw built.ended;
  if (hasErrors(built.files)) throw new Error(built.files.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return { clock: performance.now() - start, processors: processorTime() - before };
}

/** The milliseconds that this process, its threads and the browser have worked. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  const others = treeOf(process.pid, runningProcesses()).filter(({ pid }) => pid !== process.pid);
  return (user + system) / 1000 + others.reduce((sum, { cpu }) => sum + cpu, 0);
}
