// The worker thread that checks one PDF after another: lets Node read TypeScript, then calls preflight.ts.
import { parentPort } from 'node:worker_threads';
import '../../typescript.mjs';

const { preflight } = await import('./preflight.ts');
parentPort.on('message', async ({ bytes, options }) => {
  try {
    parentPort.postMessage({ result: await preflight(bytes, options) });
  } catch (error) {
    parentPort.postMessage({ error });
  }
});
