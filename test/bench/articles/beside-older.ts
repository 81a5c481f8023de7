import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { offprintRoot } from '../../../build/disk/repository.ts';
import { middle } from '../units/middle.ts';
import { firstIssue } from '../units/trial-journal.ts';

interface MadeUp {
  pages: number;
  took: { wall: number; node: number; browser: number }[];
}

/**
 * What making up the pages of a journal’s first issue takes, for each page, beside an older commit in a checkout of its own, in turns. Other work of the machine makes
 * time by the clock longer, and processor time hardly.
 */
export async function tellBesideOlder(older: string, journal: string, rounds: number): Promise<void> {
  const issue = await firstIssue(join(journal, 'manuscripts'));
  const runs: Record<'before' | 'now', MadeUp[]> = { before: [], now: [] };
  for (let round = 0; round < rounds; round++) {
    runs.before.push(makeUp(older, journal, issue));
    runs.now.push(makeUp(offprintRoot, journal, issue));
  }
  process.stdout.write(`\nmaking up the pages of ${issue}, ms for each page, medians of ${rounds} turns of three\n`);
  process.stdout.write(`  ${'pages'.padStart(16)}    clock     Node  browser     both processors\n`);
  for (const name of ['before', 'now'] as const) {
    const { pages } = runs[name][0] ?? { pages: 0 };
    const each = (of: (one: MadeUp['took'][number]) => number) =>
      ((middle(runs[name].flatMap(({ took }) => took.map(of))) ?? Number.NaN) / pages).toFixed(2).padStart(9);
    const cells = [
      each(({ wall }) => wall),
      each(({ node }) => node),
      each(({ browser }) => browser),
      each(({ node, browser }) => node + browser),
    ];
    process.stdout.write(`  ${name.padEnd(10)}${String(pages).padStart(6)}${cells.join('')}\n`);
  }
}

function makeUp(checkout: string, journal: string, issue: string): MadeUp {
  const loader = join(checkout, 'build/typescript.mjs');
  const script = join(import.meta.dirname, 'make-up-once.ts');
  const args = ['--import', loader, script, checkout, journal, issue, '3'];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 })) as MadeUp;
}
