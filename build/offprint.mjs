#!/usr/bin/env node
// The command `offprint`. In the repository, Node runs the TypeScript itself; in the package, a bundle made of it.
import { existsSync } from 'node:fs';
import * as node from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

// V8 compiles code again in other threads after a few hundred runs, which pays off for programs that run for hours. A
// build takes seconds: a higher limit saves a fifth of a build’s work, and a third of a check’s. Versions that do not
// know a flag would complain about it.
const v8 = Number.parseInt(process.versions.v8, 10);
if (v8 < 12) setFlagsFromString('--interrupt-budget=1000000');
else if (v8 < 14) {
  setFlagsFromString('--invocation-count-for-maglev=6000');
  setFlagsFromString('--invocation-count-for-turbofan=45000');
}

// V8 lets memory double before it looks for what is not needed any more. A build makes far more than it holds: looked
// for sooner, its memory is a third less, in the same time.
if (v8 < 14) setFlagsFromString('--heap-growing-percent=40');

// The reader of the output may stop early: `offprint explain | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// With source maps, traces name lines of the TypeScript.
if (process.env.OFFPRINT_DEBUG) process.setSourceMapsEnabled(true);

const { main } = await (existsSync(new URL('./main.ts', import.meta.url)) ? fromSource() : fromBundle());
process.exitCode = await main(process.argv.slice(2));

async function fromSource() {
  await import('./typescript.mjs');
  return import('./main.ts');
}

async function fromBundle() {
  // Newer versions of Node can cache compiled code.
  if (node.enableCompileCache) {
    const { folder } = await import('./code-folder.mjs');
    if (folder) node.enableCompileCache(join(folder, 'code'));
  }
  return import('../bundle/main.mjs');
}
