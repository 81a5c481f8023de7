import { spawn } from 'node:child_process';
import { memoryOf, runningProcesses, treeOf } from './process-tree.ts';

/** What a program took. Times in ms, memory in bytes. */
export interface Run {
  wall: number;
  /** Processor time of the browser’s processes, and of all others: Node, pandoc. */
  browser: number;
  others: number;
  /** The most that all its processes had at once; 0 where it was not measured. */
  memory: number;
  /** What it printed. */
  output: string;
  /** Lines of its standard error that name a stage, with the state at their time. */
  stages: { name: string; wall: number; browser: number; others: number }[];
}

/**
 * Runs a program and looks at its processes now and then. Looking at memory takes the program’s time too, so a run for
 * `memory` says nothing of time. Throws if the program fails.
 */
export async function run(
  program: string,
  args: readonly string[],
  { memory = false, env = {} }: { memory?: boolean; env?: Record<string, string> } = {},
): Promise<Run> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const seen = new Map<number, { name: string; cpu: number }>();
  const stages: Run['stages'] = [];
  let peak = 0;
  let said = '';
  let output = '';
  const look = () => {
    const tree = treeOf(child.pid ?? -1, runningProcesses(), seen.keys());
    for (const { pid, name, cpu } of tree) seen.set(pid, { name, cpu });
    if (memory) peak = Math.max(peak, sum(tree.map(({ pid }) => memoryOf(pid))));
  };
  const taken = () => {
    const [browser, others] = [true, false].map((which) =>
      sum([...seen.values()].filter(({ name }) => isBrowser(name) === which).map(({ cpu }) => cpu)),
    );
    return { wall: performance.now() - start, browser: browser ?? 0, others: others ?? 0 };
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const names = text.split('\n').filter((line) => /^ {2}[A-Z]\w+ing /.test(line));
    if (names.length === 0 || memory) return;
    look();
    for (const name of names) stages.push({ name: name.trim(), ...taken() });
  });
  const timer = setInterval(look, memory ? 200 : 50);
  const code = await new Promise<number | string | null>((resolve, reject) => {
    child.on('error', reject).on('close', (status, signal) => resolve(status ?? signal));
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ends with ${code}:\n${said.slice(-2000)}`);
  return { ...taken(), memory: peak, output, stages };
}

function isBrowser(name: string): boolean {
  return /chrom|headless/i.test(name);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
