import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { beforeEnding } from '../run/ending.ts';

/** What a run of the command line left. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command’s file. */
export const program = fileURLToPath(new URL('../../build/offprint.mjs', import.meta.url));

/** What server.ts tells of a command. */
export interface Served extends Ended {
  work: number;
}

/** What a command is asked to do. */
export interface Asked {
  args: readonly string[];
  cwd: string;
  env: Record<string, string>;
}

/** What of the environment is read when it is needed, not when a program starts. */
const readLate = new Set([
  'PATH',
  'OFFPRINT_CACHE',
  'OFFPRINT_CACHE_SIZE',
  'OFFPRINT_LANG',
  'SOURCE_DATE_EPOCH',
  'GITHUB_ACTIONS',
  'GITHUB_WORKSPACE',
]);

/**
 * Runs `offprint` in a folder, in a process that is kept for the commands of tests: it has the code loaded and a browser
 * running. What it says, makes and returns is what a process of its own would; see server.test.ts. Many may be asked for
 * at once; they run one after another. `env` is added to the environment; where a program reads that when it starts, the
 * command gets a process of its own.
 */
export function offprint(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Ended> {
  if (Object.keys(env).some((name) => !readLate.has(name))) return offprintAlone(args, cwd, env);
  return offprintAtWork(args, cwd, env).then(({ work: _, ...ended }) => ended);
}

/** The same in the process that is kept, with how long that worked: in seconds of a core. */
export function offprintAtWork(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Served> {
  const run = last.then(() => serve({ args, cwd, env }));
  last = run.catch(() => {});
  return run;
}

/**
 * Runs `offprint` as a user does, in a process of its own. `env` is added to the environment, from which CI’s and
 * colour’s variables are taken. Many may be asked for at once; as many run as the machine has cores.
 */
export async function offprintAlone(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Ended> {
  return runAlone(program, args, cwd, env);
}

/** Runs a file that represents the command, as {@link offprintAlone} does. */
export async function runAlone(
  file: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Ended> {
  while (running.size >= availableParallelism()) await Promise.race(running);
  const run = start(file, args, cwd, env);
  running.add(run);
  return run.finally(() => running.delete(run));
}

/** Lets Node read a file of TypeScript; the command’s own file does so itself. */
const loader = ['--import', new URL('../../build/typescript.mjs', import.meta.url).href];

let last: Promise<unknown> = Promise.resolve();
let server: ChildProcess | undefined;
const running = new Set<Promise<Ended>>();

async function serve(command: Asked): Promise<Served> {
  if (!server?.connected) server = startServer();
  const asked = server;
  let said = '';
  const take = (text: Buffer): void => {
    said += text;
  };
  asked.stderr?.on('data', take);
  const left = new AbortController();
  asked.channel?.ref();
  try {
    asked.send(command);
    const [first] = await Promise.race([
      once(asked, 'message', left),
      once(asked, 'close', left).then(([code, signal]) => {
        throw new Error(`offprint ${command.args.join(' ')} ended the process of commands: ${signal ?? code}\n${said}`);
      }),
    ]);
    return first as Served;
  } finally {
    left.abort();
    asked.channel?.unref();
    asked.stderr?.off('data', take);
  }
}

beforeEnding(async () => {
  if (!server?.connected) return;
  const gone = once(server, 'close');
  server.disconnect();
  await gone;
});

/** It ends with this process, and does not keep it from ending. */
function startServer(): ChildProcess {
  const path = fileURLToPath(new URL('server.ts', import.meta.url));
  const child = fork(path, { env: environment(), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  child.unref();
  child.channel?.unref();
  (child.stderr as unknown as { unref(): void }).unref();
  return child;
}

function environment(): NodeJS.ProcessEnv {
  const { GITHUB_ACTIONS: _, GITHUB_WORKSPACE: __, NO_COLOR: ___, FORCE_COLOR: ____, ...inherited } = process.env;
  return inherited;
}

function start(file: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...(file.endsWith('.ts') ? loader : []), file, ...args], {
      cwd,
      env: { ...environment(), ...env },
    });
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      ended.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      ended.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ended, code }));
  });
}
