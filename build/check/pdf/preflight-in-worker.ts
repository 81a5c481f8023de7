import { Worker } from 'node:worker_threads';
import { maxMilliseconds } from '../../pdf-reading/file/limits.ts';
import { Unreadable } from '../../pdf-reading/file/unreadable.ts';
import { type PreflightOptions, type PreflightResult, unreadable } from './preflight.ts';

/** Checks files in a worker thread, which is ended if a file takes too long or too much memory. */
export interface Preflighter {
  preflight(bytes: Uint8Array, options?: PreflightOptions): Promise<PreflightResult>;
  close(): Promise<void>;
}

/** MB of memory for objects. */
const maxMemory = 3000;

/**
 * Starts a preflighter for third-party files. Our own files need none: `preflight` does the same. A file that ends the
 * worker fails `pdf-readable`; the next file gets a new worker.
 */
export function startPreflighter(time = maxMilliseconds): Preflighter {
  let worker: Worker | undefined;
  const end = async () => {
    await worker?.terminate();
    worker = undefined;
  };
  return {
    close: end,
    async preflight(bytes, options = {}) {
      worker ??= new Worker(new URL('./preflight-worker.mjs', import.meta.url), {
        resourceLimits: { maxOldGenerationSizeMb: maxMemory },
        execArgv: [],
        stderr: true,
        stdout: true,
      });
      const ended = await replyOf(worker, { bytes, options }, time);
      if ('result' in ended) return ended.result;
      await end();
      if (ended.error instanceof Unreadable) return unreadable(options.profile ?? 'plain', ended.error);
      throw ended.error;
    },
  };
}

type Reply = { result: PreflightResult } | { error: unknown };

function replyOf(worker: Worker, message: object, time: number): Promise<Reply> {
  return new Promise((resolve) => {
    const before = process.cpuUsage();
    const start = performance.now();
    let late = setTimeout(isLate, time);
    /**
     * On a busy machine, the CPU time counts, not the time spent waiting; for a worker that does nothing at all, ten
     * times the limit is the last resort.
     */
    function isLate(): void {
      const { user, system } = process.cpuUsage(before);
      const left = Math.ceil(time - (user + system) / 1000);
      if (left <= 0) settle({ error: tooLong(time, ' of work') });
      else if (performance.now() - start >= 10 * time) settle({ error: tooLong(10 * time, '') });
      else late = setTimeout(isLate, left);
    }
    const tooLong = (most: number, what: string) =>
      new Unreadable(`The file took more than ${Math.round(most / 1000)} seconds${what} to read`);
    const failed = (error: Error & { code?: string }) =>
      settle({
        error:
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new Unreadable('The file takes more memory to read than any honest one')
            : error,
      });
    const gone = () => failed(new Error('The thread that reads PDFs ended'));
    function settle(answer: Reply): void {
      clearTimeout(late);
      worker.off('message', settle).off('error', failed).off('exit', gone);
      resolve(answer);
    }
    worker.on('message', settle).on('error', failed).on('exit', gone);
    worker.postMessage(message);
  });
}
