import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** What a run of the command line left. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command’s file. */
export const program = fileURLToPath(new URL('../../build/offprint.mjs', import.meta.url));

/**
 * Runs `offprint` as a user does, in a folder. `env` is added to the environment, from which CI’s and colour’s variables are taken. Many may
 * be asked for at once; as many run as the machine has cores.
 */
export function offprint(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Ended> {
  return run(program, args, cwd, env);
}

/** Runs a file that stands for the command, as {@link offprint} does. */
export async function run(
  file: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Ended> {
  while (running.size >= availableParallelism()) await Promise.race(running);
  const ended = start(file, args, cwd, env);
  running.add(ended);
  return ended.finally(() => running.delete(ended));
}

/** Lets Node read a file of TypeScript; the command’s own file does so itself. */
const loader = ['--import', new URL('../../build/typescript.mjs', import.meta.url).href];

const running = new Set<Promise<Ended>>();

function start(file: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<Ended> {
  const { GITHUB_ACTIONS: _, GITHUB_WORKSPACE: __, NO_COLOR: ___, FORCE_COLOR: ____, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...(file.endsWith('.ts') ? loader : []), file, ...args], {
      cwd,
      env: { ...inherited, ...env },
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
