import '../run/one-browser.ts';
import { main } from '../../build/main.ts';
import { endWell } from '../run/ending.ts';
import type { Asked, Served } from './offprint.ts';

/*
 * Runs commands for offprint.ts in one process, one after another: each in its folder, and with what it writes sent back.
 */

const home = process.cwd();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

process.on('disconnect', endWell);
process.on('message', async (asked: Asked) => {
  process.send?.(await run(asked));
});

async function run({ args, cwd, env }: Asked): Promise<Served> {
  const ended: Served = { code: null, stdout: '', stderr: '', work: 0 };
  const begun = process.cpuUsage();
  const back = [
    capture(process.stdout, (text) => (ended.stdout += text)),
    capture(process.stderr, (text) => (ended.stderr += text)),
  ];
  const before = { ...process.env };
  Object.assign(process.env, env);
  process.chdir(cwd);
  try {
    ended.code = await main(args);
  } finally {
    process.chdir(home);
    for (const name of Object.keys(env)) delete process.env[name];
    Object.assign(process.env, before);
    for (const one of back) one();
    // A command that is done need not say any more what becomes of its work.
    for (const signal of signals) process.removeAllListeners(signal);
  }
  const { user, system } = process.cpuUsage(begun);
  return { ...ended, work: (user + system) / 1e6 };
}

/** Has what is written to a stream handed over. Returns what undoes it. */
function capture(stream: NodeJS.WriteStream, take: (text: string) => void): () => void {
  const { write } = stream;
  stream.write = (data: string | Uint8Array, ...rest: unknown[]): boolean => {
    take(typeof data === 'string' ? data : Buffer.from(data).toString('utf8'));
    const done = rest.find((one) => typeof one === 'function') as (() => void) | undefined;
    if (done) queueMicrotask(done);
    return true;
  };
  return () => {
    stream.write = write;
  };
}
