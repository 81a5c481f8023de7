import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Threads that all do one kind of work, on plain data. What they make is the same as in the calling thread. */
export interface Threads<Input, Output> {
  /** Does a piece of work in a thread, as soon as one is free. */
  run(input: Input): Promise<Output>;
  /** Starts the threads ahead of need, so that they load their code meanwhile. */
  start(): void;
}

/** A piece of work that is not done yet. */
interface Job<Input, Output> {
  input: Input;
  resolve: (output: Output) => void;
  reject: (error: unknown) => void;
}

/**
 * The threads of a program, as many as the machine has cores, but at most `most`. The program answers each message, an
 * input, with `{ output }`. Where it fails, or a thread cannot be started or ends, `here` does the work in the calling
 * thread, and its error is the error. Idle threads do not keep the command from ending, and end after `patience` in
 * ms; there are new ones when there is work again. No result depends on it.
 */
export function threadsOf<Input, Output>(
  program: URL,
  here: (input: Input) => Output | Promise<Output>,
  most = 4,
  patience = 1000,
): Threads<Input, Output> {
  const waiting: Job<Input, Output>[] = [];
  const idle = new Set<Worker>();
  const ending = new Map<Worker, NodeJS.Timeout>();
  let number = 0;
  let hasFailed = false;

  function start(wanted = most): void {
    while (!hasFailed && number < Math.min(wanted, most, availableParallelism())) {
      const worker = new Worker(program, { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 16 } });
      number++;
      worker.on('error', () => {}).on('exit', () => end(worker));
      worker.unref();
      idle.add(worker);
    }
  }

  function end(worker: Worker): void {
    // One that ends by itself lacks something that the next would lack, too.
    hasFailed = true;
    number--;
    idle.delete(worker);
    clearTimeout(ending.get(worker));
    if (number === 0) for (const job of waiting.splice(0)) doHere(job);
  }

  /** Ends a thread that has nothing to do for a while: its memory is large. */
  function endLater(worker: Worker): void {
    const endNow = () => {
      number--;
      idle.delete(worker);
      worker.removeAllListeners('exit').terminate();
    };
    ending.set(worker, setTimeout(endNow, patience).unref());
  }

  function next(): void {
    for (const worker of idle) {
      const job = waiting.shift();
      if (!job) return;
      idle.delete(worker);
      clearTimeout(ending.get(worker));
      work(worker, job);
    }
  }

  function work(worker: Worker, job: Job<Input, Output>): void {
    const settle = (done: () => void) => {
      worker.off('message', answered).off('exit', gone).unref();
      done();
    };
    const answered = (answer: { output?: Output }) =>
      settle(() => {
        if ('output' in answer) job.resolve(answer.output as Output);
        else doHere(job);
        idle.add(worker);
        endLater(worker);
        next();
      });
    const gone = () => settle(() => doHere(job));
    worker.ref();
    worker.on('message', answered).on('exit', gone).postMessage(job.input);
  }

  function doHere({ input, resolve, reject }: Job<Input, Output>): void {
    new Promise<Output>((done) => done(here(input))).then(resolve, reject);
  }

  return {
    start: () => start(),
    run: (input) =>
      new Promise((resolve, reject) => {
        if (idle.size === 0) start(number + 1);
        const job = { input, resolve, reject };
        if (number === 0) return doHere(job);
        waiting.push(job);
        next();
      }),
  };
}
