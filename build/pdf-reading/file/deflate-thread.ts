import { Worker } from 'node:worker_threads';
import { zlibSync } from 'fflate';

/** zlib’s compression level. Of photographs, level 3 leaves 1 % more bytes than level 6, in a third of the time. */
export type CompressionLevel = 3 | 6;

/** A worker thread that compresses data. */
export interface DeflateThread {
  deflate: (data: Uint8Array, level: CompressionLevel) => Promise<Uint8Array>;
  /** The number of bytes whose compression is not finished. */
  waiting: () => number;
  /** Compresses in the calling thread all jobs that the worker has not started. */
  steal: () => void;
  /** Ends the worker. */
  close: () => Promise<void>;
}

/** Data to compress. Both threads share the memory, so that no data are lost if the worker ends. */
interface Job {
  shared: SharedArrayBuffer;
  level: CompressionLevel;
  resolve: (contents: Uint8Array) => void;
  reject: (error: unknown) => void;
}

/** Bytes before the data: a flag, set by the thread that starts the job. */
const head = 4;

/**
 * Starts a worker. It keeps the program alive only while jobs wait; if it ends unexpectedly, the calling thread does
 * its jobs.
 */
export function startDeflateThread(): DeflateThread {
  const jobs = new Map<number, Job>();
  let next = 0;
  let bytes = 0;
  let isClosing = false;
  let worker: Worker | undefined = new Worker(new URL('./deflate-worker.mjs', import.meta.url), {
    execArgv: [],
  });
  worker.on('message', ({ number, contents }) => take(number)?.resolve(contents));
  worker.on('error', end).on('exit', end);
  // Event listeners keep the program alive until the worker is unreferenced.
  worker.unref();

  function take(number: number): Job | undefined {
    const job = jobs.get(number);
    if (job) bytes -= job.shared.byteLength;
    jobs.delete(number);
    if (jobs.size === 0 && !isClosing) worker?.unref();
    return job;
  }

  function doHere(number: number): void {
    const job = take(number);
    try {
      if (job) job.resolve(zlibSync(new Uint8Array(job.shared, head), { level: job.level }));
    } catch (error) {
      job?.reject(error);
    }
  }

  function end(): void {
    worker = undefined;
    for (const number of [...jobs.keys()]) doHere(number);
  }

  return {
    waiting: () => bytes,
    deflate(data, level) {
      return new Promise((resolve, reject) => {
        const shared = new SharedArrayBuffer(head + data.length);
        new Uint8Array(shared, head).set(data);
        const number = next++;
        jobs.set(number, { shared, level, resolve, reject });
        bytes += shared.byteLength;
        if (!worker) return doHere(number);
        worker.ref();
        worker.postMessage({ number, shared, level });
      });
    },
    close: async () => {
      // Without a reference, the program could end before the worker has ended.
      isClosing = true;
      worker?.ref();
      await worker?.terminate();
    },
    steal() {
      for (const number of [...jobs.keys()].reverse()) {
        const shared = jobs.get(number)?.shared;
        if (shared && Atomics.exchange(new Int32Array(shared, 0, 1), 0, 1) === 0) doHere(number);
      }
    },
  };
}
