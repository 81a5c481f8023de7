import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { offprintRoot } from '../../../build/disk/repository.ts';
import type { TrialJournal } from './trial-journal.ts';

/** A program and its arguments. */
export type Command = [program: string, args: string[]];

const typstOnce = join(offprintRoot, 'test/bench/peers/typst/typst-once.ts');

/** A build of a journal by the Offprint of a checkout. Without `only`, all editions. */
export function offprintBuild(
  checkout: string,
  journal: TrialJournal,
  out: string,
  { only, cache }: { only?: string; cache?: string | undefined },
): Command {
  const args = [join(checkout, 'build/offprint.mjs'), 'build', '--root', journal.root, '--out', out];
  if (only) args.push('--only', only);
  if (cache) args.push('--cache', cache);
  return [process.execPath, args];
}

/** A PDF by Typst, in a folder that is there. */
export function typstPdf({ manuscripts, title }: TrialJournal, folder: string, ...options: string[]): Command {
  return [process.execPath, [...process.execArgv, typstOnce, ...options, folder, title, ...manuscripts]];
}

/** An e-book by Pandoc. */
export function pandocEpub({ manuscripts, title }: TrialJournal, folder: string): Command {
  const facts = ['--metadata', `title=${title}`, '--resource-path', dirname(manuscripts[0] ?? '')];
  const options = ['-f', 'markdown', '-t', 'epub3', '--file-scope', ...facts];
  return ['pandoc', [...options, '-o', join(folder, 'pandoc.epub'), ...manuscripts]];
}

/** True if the builds of a checkout’s Offprint know an option. */
export function knowsOption(checkout: string, option: string): boolean {
  const args = [join(checkout, 'build/offprint.mjs'), 'build', '--help'];
  return execFileSync(process.execPath, args, { encoding: 'utf8' }).includes(option);
}

export function pandocInstalled(): boolean {
  try {
    execFileSync('pandoc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
