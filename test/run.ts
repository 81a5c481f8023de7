import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';

/*
 * Runs every test file in a process of its own, some at a time: tests kill browsers and change folders, and must not do it to each other. Words
 * after `npm test --` choose the files whose path has one of them. Ends with a line that counts, and with 1 where anything failed.
 */

const root = import.meta.dirname;
const wanted = process.argv.slice(2);
const all = (await readdir(root, { recursive: true })).filter(
  (path) => path.endsWith('.test.ts') && !/fixtures|node_modules/.test(path),
);
const files = all.filter((path) => wanted.length === 0 || wanted.some((word) => path.includes(word))).sort();
const total = { passed: 0, failed: 0, skipped: 0 };

const queue = [...files];
await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work));
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 || files.length === 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let file = queue.shift(); file; file = queue.shift()) {
    const start = performance.now();
    const { code, output } = await run(join(root, file));
    const count = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(output)?.[1] ?? 0);
    const [tests, passed, skipped] = [count('Total'), count('Passed'), count('Skipped')];
    const failed = Math.max(tests - passed - skipped, code === 0 && tests > 0 ? 0 : 1);
    total.passed += passed;
    total.skipped += skipped;
    total.failed += failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    process.stdout.write(`${failed > 0 ? 'FAILED' : 'ok    '} ${file}  ${passed}/${tests}  ${seconds} s\n`);
    if (failed > 0) process.stdout.write(output);
  }
}

/** Runs a file; one that takes ten minutes hangs, and is ended. */
function run(path: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, relative(process.cwd(), path)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 600_000,
    });
    let output = '';
    const take = (data: Buffer): void => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: uvu colours what it prints
      output += data.toString().replace(/\x1b\[[0-9;]*m/g, '');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', (code, signal) => resolve({ code, output: signal ? `${output}\nended by ${signal}\n` : output }));
  });
}
