// The thread that reads the comments of one PDF: lets Node read TypeScript, then calls read-comments.ts.
import { parentPort } from 'node:worker_threads';
import '../typescript.mjs';

const { readPdfComments } = await import('./read-comments.ts');
parentPort.on('message', async ({ bytes }) => {
  try {
    parentPort.postMessage({ result: await readPdfComments(bytes) });
  } catch (error) {
    const { name, message, expected, rule } = error;
    parentPort.postMessage({ error: { name, message, expected, rule } });
  }
});
