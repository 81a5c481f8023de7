import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offprintRoot } from '../../build/disk/repository.ts';
import { checkOut, removeCheckout } from './older-commit.ts';

/*
 * The whole build beside that of an older commit, which is checked out beside this one: `npm run bench -- before 53470f6`. Both build the sample
 * issue as the older commit has it, each with its own styles, in turns, each time in a process of its own. A second word is how often; without it, seven times.
 */

const [commit, rounds = '7'] = process.argv.slice(3);
if (!commit) {
  process.stderr.write('Say which commit: npm run bench -- before COMMIT\n');
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'offprint-bench-'));
const older = join(work, 'older');
const journal = join(work, 'journal');

try {
  checkOut(commit, older);
  cpSync(join(older, 'manuscripts'), join(journal, 'manuscripts'), { recursive: true });
  const checkouts = [
    ['before', older],
    ['now', offprintRoot],
  ] as const;
  const took: Record<string, Taken[]> = { before: [], now: [] };
  // The first build of each compiles, and is not counted.
  for (let round = 0; round <= Number(rounds); round++)
    for (const [name, checkout] of round % 2 ? checkouts : [...checkouts].reverse()) {
      const taken = build(checkout);
      if (round > 0) took[name]?.push(taken);
    }
  process.stdout.write(`The whole build of the sample issue, ${rounds} times each, Node ${process.version}\n`);
  for (const what of ['wall', 'cpu'] as const) {
    const [before, now] = [took.before, took.now].map((all) => middle((all ?? []).map((one) => one[what])));
    const seconds = (ms: number | undefined) => `${((ms ?? 0) / 1000).toFixed(2)} s`;
    const name = what === 'wall' ? 'the clock' : 'Node’s processor time';
    process.stdout.write(
      `  ${name.padEnd(24)} before ${seconds(before)}, now ${seconds(now)}: ${((now ?? 0) / (before ?? 1)).toFixed(3)} × before\n`,
    );
  }
} finally {
  removeCheckout(older);
  rmSync(work, { recursive: true, force: true });
}

/** What a build took, in ms; `cpu` is that of Node, without the browser’s. */
interface Taken {
  wall: number;
  cpu: number;
}

function build(checkout: string): Taken {
  const meter = `process.on('exit', () => { const { user, system } = process.cpuUsage(); require('fs').writeSync(3, String((user + system) / 1000)); })`;
  const start = performance.now();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,import { createRequire } from 'node:module'; const require = createRequire('/'); ${encodeURIComponent(meter)}`,
      join(checkout, 'build/offprint.mjs'),
      'build',
      '--root',
      journal,
      '--out',
      join(work, 'dist'),
      '--quiet',
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${checkout} does not build the older sample issue:\n${stderr}`);
  return { wall: performance.now() - start, cpu: Number(output[3]) };
}

function middle(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
