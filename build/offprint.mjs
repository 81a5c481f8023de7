#!/usr/bin/env node
// The command `offprint`: lets Node read TypeScript, then hands over to main.ts.
import { setFlagsFromString } from 'node:v8';
import './typescript.mjs';

// V8 compiles again, in other threads, what has run a few hundred times, to be quick for hours. A build is over in seconds: waiting longer for that
// spares a fifth of a build's work, and a third of a check's. A version that does not know the flag would complain of it.
if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString('--interrupt-budget=1000000');

// Whoever reads the output may stop reading: `offprint explain | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Traces then name the lines of the TypeScript.
if (process.env.OFFPRINT_DEBUG) process.setSourceMapsEnabled(true);

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
