import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Once } from './epub-once.ts';
import { issueName, multiplied } from './multiplied.ts';

/*
 * What the EPUB costs for the sample issue and for a hundred times it: time of reading and setting, binding and checking, memory, and how each grows; beside pandoc
 * on the same manuscripts, where it is installed. Each run is a process of its own.
 */

const run = promisify(execFile);
const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
try {
  const results = new Map<number, { once: Once; pandoc: number | undefined }>();
  for (const times of [1, 100]) {
    const root = await multiplied(times, work);
    const script = fileURLToPath(new URL('epub-once.ts', import.meta.url));
    const runs: Once[] = [];
    for (let i = 0; i < (times === 1 ? 3 : 1); i++) {
      const { stdout } = await run(process.execPath, [...process.execArgv, script, root], { maxBuffer: 1e7 });
      runs.push(JSON.parse(stdout) as Once);
    }
    const once = runs.sort((a, b) => a.bind - b.bind)[Math.floor(runs.length / 2)] as Once;
    results.set(times, { once, pandoc: await pandoc(root) });
  }
  process.stdout.write(`Node ${process.version}\n`);
  const [one, hundred] = [results.get(1), results.get(100)];
  row('', '1 ×', '100 ×', 'growth');
  for (const [name, key] of [
    ['reading and setting, ms', 'read'],
    ['binding, ms', 'bind'],
    ['checking, ms', 'check'],
    ['EPUB, kB', 'size'],
    ['memory, MB', 'memory'],
  ] as const) {
    const unit = key === 'size' ? 1000 : key === 'memory' ? 2 ** 20 : 1;
    const [a, b] = [(one?.once[key] ?? 0) / unit, (hundred?.once[key] ?? 0) / unit];
    row(name, a.toFixed(0), b.toFixed(0), `${(b / a).toFixed(1)} ×`);
  }
  if (one?.pandoc && hundred?.pandoc) {
    const [a, b] = [one.pandoc, hundred.pandoc];
    row('pandoc, ms', a.toFixed(0), b.toFixed(0), `${(b / a).toFixed(1)} ×`);
    const ours = ({ read, bind }: Once) => read + bind;
    row('ours without checks over pandoc', (ours(one.once) / a).toFixed(2), (ours(hundred.once) / b).toFixed(2), '');
  } else process.stdout.write('pandoc: skipped, it is not installed\n');
} finally {
  await rm(work, { recursive: true, force: true });
}

/** What pandoc takes for the same manuscripts, in ms; undefined where there is none. */
async function pandoc(root: string): Promise<number | undefined> {
  const folder = join(root, 'manuscripts', issueName);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const start = performance.now();
  try {
    const options = ['-f', 'markdown', '-t', 'epub3', '--file-scope', '-o', join(root, 'pandoc.epub')];
    await run('pandoc', [...options, ...files], { cwd: folder, maxBuffer: 1e8 });
    return performance.now() - start;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function row(name: string, ...cells: string[]): void {
  process.stdout.write(`${name.padEnd(34)}${cells.map((cell) => cell.padStart(10)).join('')}\n`);
}
