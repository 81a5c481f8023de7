// Compresses one piece of data after another in a thread of its own. The first four bytes of each say whether it was begun: by this thread, or by the one that waits for it.
import { parentPort } from 'node:worker_threads';
import { zlibSync } from 'fflate';

parentPort.on('message', ({ number, shared, level }) => {
  if (Atomics.exchange(new Int32Array(shared, 0, 1), 0, 1) !== 0) return;
  const contents = zlibSync(new Uint8Array(shared, 4), { level });
  parentPort.postMessage({ number, contents }, [contents.buffer]);
});
