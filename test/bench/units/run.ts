import { spawn } from 'node:child_process';
import { mainThreadOf, memoryOf, type RunningProcess, runningProcesses, treeOf } from './process-tree.ts';

/** What something took, in ms: by the clock, and of the processors. */
export interface Cost {
  wall: number;
  /** Of the program’s main thread. */
  main: number;
  /** Of its other threads, and of programs that it runs, but for the browser. */
  others: number;
  /** Of all processes of the browser. */
  browser: number;
}

/** A run of a program. */
export interface Run extends Cost {
  /** The most bytes that all its processes had at once; 0 where that was not measured. */
  memory: number;
  /** What it printed. */
  output: string;
  /** The stages of its work, and what each took. */
  stages: (Cost & { name: string })[];
}

/**
 * Runs a program and looks at its processes now and then. Looking at memory takes the program’s time too, so a run for
 * `memory` says nothing of time. Throws if the program fails.
 */
export async function run(
  program: string,
  args: readonly string[],
  { memory = false }: { memory?: boolean } = {},
): Promise<Run> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const root = child.pid ?? -1;
  const seen = new Map<number, RunningProcess>();
  const marks: (Cost & { name: string })[] = [];
  let main = 0;
  let peak = 0;
  let said = '';
  let output = '';
  const look = () => {
    const tree = treeOf(root, runningProcesses(), seen.keys());
    for (const one of tree) seen.set(one.pid, one);
    main = Math.max(main, mainThreadOf(root));
    if (memory) peak = Math.max(peak, sum(tree.map(({ pid }) => memoryOf(pid))));
  };
  const taken = (): Cost => {
    const all = [...seen.values()];
    const browser = sum(all.filter(isOfBrowser).map(({ cpu }) => cpu));
    const own = sum(all.filter((one) => !isOfBrowser(one)).map(({ cpu }) => cpu));
    // Programs that end sooner than they are looked at are in the time of the one that started them.
    const ended = browser > 0 ? 0 : (seen.get(root)?.ended ?? 0) - (own - (seen.get(root)?.cpu ?? 0));
    return { wall: performance.now() - start, main, others: own + Math.max(0, ended) - main, browser };
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const names = text.split('\n').filter((line) => /^ {2}[A-Z]\w+ing /.test(line));
    if (names.length === 0 || memory) return;
    look();
    for (const name of names) marks.push({ name: name.trim(), ...taken() });
  });
  const timer = setInterval(look, memory ? 200 : 50);
  const code = await new Promise<number | string | null>((resolve, reject) => {
    child.on('error', reject).on('close', (status, signal) => resolve(status ?? signal));
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ends with ${code}:\n${said.slice(-2000)}`);
  const whole = taken();
  return { ...whole, memory: peak, output, stages: stagesOf(marks, whole) };
}

/** What each stage took, by the marks at their beginnings. */
function stagesOf(marks: readonly (Cost & { name: string })[], whole: Cost): Run['stages'] {
  const from = [{ name: 'Starting', wall: 0, main: 0, others: 0, browser: 0 }, ...marks];
  return from.map((mark, i) => {
    const to = from[i + 1] ?? whole;
    return {
      name: mark.name,
      wall: to.wall - mark.wall,
      main: to.main - mark.main,
      others: to.others - mark.others,
      browser: to.browser - mark.browser,
    };
  });
}

function isOfBrowser({ name }: RunningProcess): boolean {
  return /chrom|headless/i.test(name);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
