#!/usr/bin/env node
// The command `offprint`, in the repository, where Node is let read TypeScript, and in the package, which has a bundle made of it.
import { existsSync } from 'node:fs';
import * as node from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

// V8 compiles again, in other threads, what has run a few hundred times, to be quick for hours. A build is over in seconds: waiting longer for that
// spares a fifth of a build's work, and a third of a check's. A version that does not know a flag would complain of it.
const v8 = Number.parseInt(process.versions.v8, 10);
if (v8 < 12) setFlagsFromString('--interrupt-budget=1000000');
else if (v8 < 14) {
  setFlagsFromString('--invocation-count-for-maglev=6000');
  setFlagsFromString('--invocation-count-for-turbofan=45000');
}

// Whoever reads the output may stop reading: `offprint explain | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Traces then name the lines of the TypeScript.
if (process.env.OFFPRINT_DEBUG) process.setSourceMapsEnabled(true);

const { main } = await (existsSync(new URL('./main.ts', import.meta.url)) ? fromSource() : fromBundle());
process.exitCode = await main(process.argv.slice(2));

async function fromSource() {
  await import('./typescript.mjs');
  return import('./main.ts');
}

async function fromBundle() {
  // Where Node can keep what it makes of JavaScript.
  if (node.enableCompileCache) {
    const { folder } = await import('./code-folder.mjs');
    if (folder) node.enableCompileCache(join(folder, 'code'));
  }
  return import('../bundle/main.mjs');
}
