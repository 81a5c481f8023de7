import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { placesIn } from '../references/places-in.ts';
import { type TidiedBib, type TidyChange, tidyBib } from '../references/tidy/tidy-bib.ts';
import { unifiedDiff } from '../text/line-diff.ts';
import { spoken } from './spoken/spoken.ts';
import { type Exit, exit, UsageError } from './usage.ts';

interface BibOptions {
  write?: boolean;
  json?: boolean;
}

/**
 * Runs `offprint bib tidy FILE.bib`: puts a bibliography in order, and says what it changes. Without `--write` it
 * prints the change as a diff. Throws UsageError.
 */
export async function bibCommand(what: string, path: string, options: BibOptions): Promise<Exit> {
  if (what !== 'tidy')
    throw new UsageError(`There is no \`offprint bib ${what}\`. There is: offprint bib tidy FILE.bib.`);
  if (!/\.bib$/i.test(path)) throw new UsageError(`${path} is not a .bib file; nothing was changed.`);
  const name = relative('.', path).replaceAll('\\', '/') || path;
  const text = await readText(path, name);
  const tidied = tidyBib(text);
  const isChanged = tidied.text !== text;
  if (isChanged && options.write) await writeFile(path, tidied.text);
  if (options.json) printJson(name, tidied, text, isChanged && options.write === true);
  else print(name, tidied, text, options.write === true);
  return tidied.faults.length > 0 ? exit.faults : exit.done;
}

async function readText(path: string, name: string): Promise<string> {
  let data: Uint8Array;
  try {
    data = await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR') throw new UsageError(`There is no file ${name}.`);
    throw error;
  }
  try {
    // The mark that some programs write at the head of a file stays.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    throw new UsageError(`${name} is not in UTF-8; nothing was changed. Save it as text in UTF-8.`);
  }
}

function print(
  name: string,
  { text: after, changes, advice, faults }: TidiedBib,
  before: string,
  write: boolean,
): void {
  const say = (line: string): void => {
    process.stderr.write(`${spoken(line)}\n`);
  };
  const place = placesIn(before);
  for (const { from, found, fix } of faults) {
    const { line, column } = place(from).start;
    process.stderr.write(`${name}:${line}:${column} ${spoken(found)}\n  → ${spoken(fix)}\n`);
  }
  if (faults.length > 0) {
    say(`Nothing was changed: mend ${faults.length === 1 ? 'this' : 'these'} first.`);
    return;
  }
  for (const { line, column, key, changed } of changes)
    process.stderr.write(`${name}:${line}:${column} ${key}: ${spoken(changed)}\n`);
  for (const { line, column, key, changed } of advice)
    process.stderr.write(`${name}:${line}:${column} ${key} ${spoken(changed)}\n`);
  if (!write) process.stdout.write(unifiedDiff(name, before, after));
  if (changes.length === 0) say(`${name} is in order.`);
  else if (write) say(`${name} is written, with ${counted(changes)}.`);
  else say(`${counted(changes)} to make: offprint bib tidy ${name} --write`);
}

function counted(changes: readonly TidyChange[]): string {
  return changes.length === 1 ? '1 change' : `${changes.length} changes`;
}

function printJson(name: string, { changes, advice, faults }: TidiedBib, before: string, written: boolean): void {
  const place = placesIn(before);
  const shown = faults.map(({ from, found, fix }) => ({
    line: place(from).start.line,
    column: place(from).start.column,
    found,
    fix,
  }));
  process.stdout.write(`${JSON.stringify({ file: name, written, changes, advice, faults: shown }, null, 2)}\n`);
}
