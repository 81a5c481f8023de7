import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/** What became of a test file. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** In seconds of a core; what its browser and other programs did is not in it. */
  work: number;
  /** What was written meanwhile, for those who look for the fault. */
  output: string;
}

/** What worker.ts tells of a file. */
export interface Told extends Omit<Outcome, 'output'> {
  faults: string;
  /** In bytes. */
  memory: number;
}

const program = fileURLToPath(new URL('worker.ts', import.meta.url));

/** A file that takes so long hangs. In ms. */
const longest = 1_800_000;

/** In bytes: what a process may hold before another takes its place. */
const mostMemory = 1.5 * 2 ** 30;

/**
 * A process that runs test files, one after another. After a file that fails another takes its place, as it does where
 * it has grown large; and tests of the room `browser`, which kill browsers and hide them, have one of their own.
 */
export function outcomeOf(root: string): { run(file: string): Promise<Outcome>; end(): Promise<void> } {
  let worker: Worker | undefined;
  const end = async (): Promise<void> => {
    const ended = worker?.child;
    worker = undefined;
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return;
    const gone = once(ended, 'exit');
    if (ended.connected) ended.disconnect();
    await gone;
  };
  return {
    end,
    async run(file) {
      const alone = /(^|\/)browser\//.test(file);
      if (alone) await end();
      worker ??= start(alone);
      const { outcome, again } = await runIn(worker, join(root, file));
      if (!again || alone) await end();
      return outcome;
    },
  };
}

interface Worker {
  child: ChildProcess;
  /** What it wrote since a file was begun. */
  output: string;
}

function start(alone: boolean): Worker {
  const child = spawn(process.execPath, [...process.execArgv, program, ...(alone ? ['--alone'] : [])], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const worker = { child, output: '' };
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      worker.output += stripVTControlCharacters(text);
    });
  return worker;
}

/** `again`: the process may run another file. */
function runIn(worker: Worker, path: string): Promise<{ outcome: Outcome; again: boolean }> {
  const { child } = worker;
  worker.output = '';
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      worker.output += `\nno end after ${longest / 60_000} minutes\n`;
      child.kill('SIGKILL');
    }, longest);
    const leave = (): void => {
      clearTimeout(timer);
      child.off('message', onTold);
      child.off('close', onGone);
    };
    const onTold = ({ faults, memory, ...counts }: Told): void => {
      leave();
      const outcome = { ...counts, output: `${worker.output}\n${stripVTControlCharacters(faults)}` };
      resolve({ outcome, again: counts.failed === 0 && memory < mostMemory });
    };
    const onGone = (code: number | null, signal: string | null): void => {
      leave();
      const output = `${worker.output}\nthe process ended in the middle of its tests: ${signal ?? `exit code ${code}`}\n`;
      resolve({ outcome: { passed: 0, failed: 1, skipped: 0, work: 0, output }, again: false });
    };
    child.on('message', onTold);
    child.on('close', onGone);
    child.send({ path });
  });
}
