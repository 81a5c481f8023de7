import { register } from 'node:module';

register('file:///tmp/start-lab/hooks.mjs');
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
