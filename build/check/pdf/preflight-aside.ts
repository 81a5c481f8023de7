import { Worker } from 'node:worker_threads';
import { mostTime } from '../../pdf-reading/file/limits.ts';
import { Unreadable } from '../../pdf-reading/file/unreadable.ts';
import { type Asked, type Preflight, unreadable } from './preflight.ts';

/** Looks at files in a thread of its own, which is ended where a file takes too long or too much memory. */
export interface Preflighter {
  preflight(bytes: Uint8Array, asked?: Asked): Promise<Preflight>;
  close(): Promise<void>;
}

/** MB of memory for objects. */
const mostMemory = 3000;

/**
 * Starts a preflighter for files that somebody else made. What an honest program makes needs none: `preflight` does the same. A file that ends the thread
 * fails `pdf-readable`; the next is looked at in a new one.
 */
export function startPreflighter(time = mostTime): Preflighter {
  let worker: Worker | undefined;
  const end = async () => {
    await worker?.terminate();
    worker = undefined;
  };
  return {
    close: end,
    async preflight(bytes, asked = {}) {
      worker ??= new Worker(new URL('./preflight-worker.mjs', import.meta.url), {
        resourceLimits: { maxOldGenerationSizeMb: mostMemory },
        execArgv: [],
        stderr: true,
        stdout: true,
      });
      const ended = await answerOf(worker, { bytes, asked }, time);
      if ('result' in ended) return ended.result;
      await end();
      if (ended.error instanceof Unreadable) return unreadable(asked.profile ?? 'plain', ended.error);
      throw ended.error;
    },
  };
}

type Answer = { result: Preflight } | { error: unknown };

function answerOf(worker: Worker, message: object, time: number): Promise<Answer> {
  return new Promise((resolve) => {
    const before = process.cpuUsage();
    const start = performance.now();
    let late = setTimeout(isLate, time);
    /** On a busy machine the time that was worked counts, not the time that the work stood in line; for what does not work at all, ten times as long is a last resort. */
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
    function settle(answer: Answer): void {
      clearTimeout(late);
      worker.off('message', settle).off('error', failed).off('exit', gone);
      resolve(answer);
    }
    worker.on('message', settle).on('error', failed).on('exit', gone);
    worker.postMessage(message);
  });
}
