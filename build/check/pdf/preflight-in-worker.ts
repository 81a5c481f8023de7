import type { Worker } from 'node:worker_threads';
import { maxMilliseconds } from '../../pdf-reading/file/limits.ts';
import { Unreadable } from '../../pdf-reading/file/unreadable.ts';
import { answerOf, startReader } from '../../pdf-reading/reader-thread.ts';
import { type PreflightOptions, type PreflightResult, unreadable } from './preflight.ts';

/** Checks files in a worker thread, which is ended if a file takes too long or too much memory. */
export interface Preflighter {
  preflight(bytes: Uint8Array, options?: PreflightOptions): Promise<PreflightResult>;
  close(): Promise<void>;
}

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
      worker ??= startReader(new URL('./preflight-worker.mjs', import.meta.url));
      const ended = await answerOf<PreflightResult>(worker, { bytes, options }, time);
      if ('result' in ended) return ended.result;
      await end();
      if (ended.error instanceof Unreadable) return unreadable(options.profile ?? 'plain', ended.error);
      throw ended.error;
    },
  };
}
