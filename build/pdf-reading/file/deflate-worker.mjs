// The worker that compresses data, one job after another. The first four bytes of each job are a flag that a thread
// sets when it starts the job: this worker, or the thread that posted it.
import { parentPort } from 'node:worker_threads';
import { zlibSync } from 'fflate';

parentPort.on('message', ({ number, shared, level }) => {
  if (Atomics.exchange(new Int32Array(shared, 0, 1), 0, 1) !== 0) return;
  const contents = zlibSync(new Uint8Array(shared, 4), { level });
  parentPort.postMessage({ number, contents }, [contents.buffer]);
});
