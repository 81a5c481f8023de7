import { relative } from 'node:path';
import { type EntryFile, entryFiles } from '../cache/entry-files.ts';
import { resultsFolder } from '../cache/open-cache.ts';
import { clearEntries } from '../cache/sweep.ts';
import { cacheFolderOf, cacheSize } from './cache-options.ts';
import { spoken } from './spoken/spoken.ts';
import { type Exit, exit, UsageError } from './usage.ts';

interface CacheCommandOptions {
  cache?: string;
  clear?: boolean;
  json?: boolean;
}

/** Runs `offprint cache`: shows what is kept of earlier builds, or removes it. Throws UsageError. */
export async function cacheCommand(what: string | undefined, options: CacheCommandOptions): Promise<Exit> {
  if (what !== undefined && what !== 'clear')
    throw new UsageError(`There is no \`offprint cache ${what}\`. There is: offprint cache, offprint cache clear.`);
  const folder = resultsFolder(cacheFolderOf(options.cache));
  const clears = options.clear === true || what === 'clear';
  const kinds = byKind(await (clears ? clearEntries(folder) : entryFiles(folder)));
  const total = sum(kinds);
  const limit = cacheSize();
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ folder, ...(clears ? { cleared: true } : {}), ...total, limit, kinds }, null, 2)}\n`,
    );
    return exit.done;
  }
  const place = relative('.', folder).startsWith('..') ? folder : relative('.', folder);
  const counted = `${total.entries} ${total.entries === 1 ? 'result' : 'results'}, ${inMegabytes(total.bytes)}`;
  process.stdout.write(
    `${place}: ${spoken(clears ? `removed ${counted}` : `${counted} of at most ${inMegabytes(limit)}`)}\n`,
  );
  if (!clears) for (const line of tableOf(kinds)) process.stdout.write(`${line}\n`);
  return exit.done;
}

/** The entries of one kind. Times are in ISO 8601. */
interface Kind {
  kind: string;
  entries: number;
  bytes: number;
  /** The time at which the one that was not used for longest was used. */
  oldest: string;
  /** The time at which one was used last. */
  newest: string;
}

function byKind(files: readonly EntryFile[]): Kind[] {
  const kinds = [...new Set(files.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const own = files.filter((file) => file.kind === kind);
    const used = own.map((file) => file.used).sort((a, b) => a - b);
    const bytes = own.reduce((total, { size }) => total + size, 0);
    const time = (at: number): string => new Date(used.at(at) ?? 0).toISOString();
    return { kind, entries: own.length, bytes, oldest: time(0), newest: time(-1) };
  });
}

function sum(kinds: readonly Kind[]): { entries: number; bytes: number } {
  const add = (key: 'entries' | 'bytes') => kinds.reduce((total, kind) => total + kind[key], 0);
  return { entries: add('entries'), bytes: add('bytes') };
}

function tableOf(kinds: readonly Kind[]): string[] {
  const rows = kinds.map(({ kind, entries, bytes, oldest, newest }) => {
    const [from, to] = [oldest, newest].map((time) => time.slice(0, 10));
    return [
      kind,
      String(entries),
      inMegabytes(bytes),
      spoken(from === to ? `last used ${to}` : `last used ${from} to ${to}`),
    ];
  });
  const width = (at: number) => Math.max(...rows.map((row) => row[at]?.length ?? 0));
  return rows.map(
    ([kind = '', entries = '', size = '', used]) =>
      `  ${kind.padEnd(width(0))}  ${entries.padStart(width(1))}  ${size.padStart(width(2))}  ${used}`,
  );
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
