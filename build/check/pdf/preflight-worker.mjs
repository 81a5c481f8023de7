// Looks at one PDF after another in a thread of its own, which can be ended: lets Node read TypeScript, then hands over to preflight.ts.
import { parentPort } from 'node:worker_threads';
import '../../typescript.mjs';

const { preflight } = await import('./preflight.ts');
parentPort.on('message', async ({ bytes, asked }) => {
  try {
    parentPort.postMessage({ result: await preflight(bytes, asked) });
  } catch (error) {
    parentPort.postMessage({ error });
  }
});
