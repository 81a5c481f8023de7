import { Worker } from 'node:worker_threads';
import { Unreadable } from './file/unreadable.ts';

/** MB of memory for objects. */
const maxMemory = 3000;

/** Starts a thread that reads PDFs of anybody: what it takes too long for, or too much memory, ends it alone. */
export function startReader(program: URL): Worker {
  return new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: maxMemory },
    execArgv: [],
    stderr: true,
    stdout: true,
  });
}

/** The answer of a thread: a result, or why there is none. */
export type Reply<Result> = { result: Result } | { error: unknown };

/**
 * Asks a thread that reads PDFs, and waits for its answer as long as an honest file takes, in ms. A thread that gives
 * none has to be ended.
 */
export function answerOf<Result>(worker: Worker, message: object, time: number): Promise<Reply<Result>> {
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
    function settle(answer: Reply<Result>): void {
      clearTimeout(late);
      worker.off('message', settle).off('error', failed).off('exit', gone);
      resolve(answer);
    }
    worker.on('message', settle).on('error', failed).on('exit', gone);
    worker.postMessage(message);
  });
}
