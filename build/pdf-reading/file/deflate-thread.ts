import { Worker } from 'node:worker_threads';
import { zlibSync } from 'fflate';

/** How hard to try: of photographs, 3 leaves a hundredth more than 6 in a third of the time. */
export type Level = 3 | 6;

/** A thread that compresses. */
export interface DeflateThread {
  deflate: (data: Uint8Array, level: Level) => Promise<Uint8Array>;
  /** How many bytes it has not answered. */
  waiting: () => number;
  /** Does, in this thread, what the other has not begun. */
  help: () => void;
  /** Ends it. */
  close: () => Promise<void>;
}

/** Data that wait. Both threads see them, so that a thread which ends takes nothing with it. */
interface Job {
  shared: SharedArrayBuffer;
  level: Level;
  resolve: (contents: Uint8Array) => void;
  reject: (error: unknown) => void;
}

/** Before the data: whether somebody has begun. */
const head = 4;

/** Starts a thread. It keeps no program from ending, but for what waits; where it ends itself, all is done in this thread. */
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
  // To listen to it, is to wait for it: only now it keeps nobody.
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
      // Who waits for its end has nothing else to wait for.
      isClosing = true;
      worker?.ref();
      await worker?.terminate();
    },
    help() {
      for (const number of [...jobs.keys()].reverse()) {
        const shared = jobs.get(number)?.shared;
        if (shared && Atomics.exchange(new Int32Array(shared, 0, 1), 0, 1) === 0) doHere(number);
      }
    },
  };
}
