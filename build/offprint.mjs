#!/usr/bin/env node
// The command `offprint`: lets Node read TypeScript, then hands over to main.ts.
import './typescript.mjs';

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
