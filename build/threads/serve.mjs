import { parentPort } from 'node:worker_threads';

/**
 * Makes the thread that calls it do a kind of work: it answers each message, an input, as `threadsOf` expects. Why a
 * piece of work failed is not told, because the calling thread then tries it again.
 */
export function serve(work) {
  parentPort.on('message', async (input) => {
    try {
      parentPort.postMessage({ output: await work(input) });
    } catch {
      parentPort.postMessage({});
    }
  });
}
