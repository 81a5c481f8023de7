import { readFileSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pathOf, showDiagnostics, summary } from '../diagnostics/show.ts';
import { isInside } from '../disk/is-inside.ts';
import { type ImportedArticle, importInto } from '../import/import-into.ts';
import { type Doubt, NotImported } from '../import/imported.ts';
import { doubtsByKind, reportDoubts } from '../import/report-doubts.ts';
import { fileLines, lossSaid, lostWords, mergeLines, quietLines } from '../import/tell-import.ts';
import { issueOrNewest, repositoryOf } from './options.ts';
import { spoken } from './spoken/spoken.ts';
import { type Exit, exit, UsageError } from './usage.ts';

interface ImportCommandOptions {
  root: string;
  issue?: string;
  as?: string;
  article?: string;
  until?: string;
  ocr?: boolean;
  acceptChanges?: boolean;
  rejectChanges?: boolean;
  annotate?: boolean;
  quiet?: boolean;
  json?: boolean;
}

/**
 * Runs `offprint import FILE`: makes a manuscript of an author’s file, lists it in its issue, and says what is
 * doubtful. A later file of the same article is merged with what editors changed since. Throws UsageError.
 */
export async function importCommand(path: string, options: ImportCommandOptions): Promise<Exit> {
  if (options.acceptChanges && options.rejectChanges)
    throw new UsageError(
      'Tracked changes are accepted or rejected: give one of --accept-changes and --reject-changes.',
    );
  const repository = await repositoryOf(options);
  const bytes = await readSource(path);
  const request = {
    issue: await issueOrNewest(repository, options.issue),
    as: nameOf(options.as),
    article: options.article,
    until: options.until,
    ocr: options.ocr === true,
    changes: options.acceptChanges ? ('accept' as const) : options.rejectChanges ? ('reject' as const) : undefined,
    annotate: options.annotate === true,
  };
  const file = { name: basename(path), bytes, beside: (url: string) => fileBeside(path, url) };
  try {
    const imported = await importInto(repository, file, request);
    return print(path, bytes, imported, options);
  } catch (error) {
    if (!(error instanceof NotImported)) throw error;
    return printRefusal(path, bytes, error, options);
  }
}

/** The name that the user wants for the manuscript. Throws UsageError. */
function nameOf(as: string | undefined): string | undefined {
  const name = as?.replace(/\.md$/, '');
  if (name !== undefined && !/^[\p{L}\d][\p{L}\d._-]*$/u.test(name))
    throw new UsageError(`"${as}" cannot name a manuscript. Use letters, digits and hyphens, e.g. --as on-margins.`);
  return name;
}

async function readSource(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UsageError(`There is no file ${path}.`);
    if (code === 'EISDIR') throw new UsageError(`${path} is a folder: name the file.`);
    throw error;
  }
}

/** A file that a text names, such as a picture, if it stands in the text's folder or below. */
function fileBeside(path: string, url: string): Uint8Array | undefined {
  try {
    const folder = realpathSync(dirname(resolve(path)));
    const place = realpathSync(join(folder, decodeURIComponent(url)));
    if (!isInside(folder, place) || statSync(place).size > 200e6) return undefined;
    return readFileSync(place);
  } catch {
    return undefined;
  }
}

function print(path: string, bytes: Uint8Array, imported: ImportedArticle, options: ImportCommandOptions): Exit {
  const { made, places, done } = imported;
  const merged = done?.merged;
  const say = (line: string): void => void process.stderr.write(`${spoken(line)}\n`);
  if (options.json)
    printJson(
      done
        ? {
            ok: true,
            manuscript: places.manuscript,
            written: done.written,
            remarks: made.remarks,
            doubts: doubtsJson(made.open),
            settled: made.doubts.length - made.open.length,
            changes: made.changes,
            ...(merged ? { taken: merged.taken, kept: merged.kept, conflicts: merged.conflicts } : {}),
          }
        : { ok: false, error: 'The words are not the same', words: made.differences },
    );
  if (options.json) return done ? exit.done : exit.faults;
  if (!done) {
    showDoubts(path, bytes, lostWords(made), '', options);
    say(lossSaid);
    return exit.faults;
  }
  showDoubts(path, bytes, made.open, places.decisions, options);
  if (!options.quiet) quietLines(imported).forEach(say);
  if (merged && (!options.quiet || merged.conflicts.length > 0)) mergeLines(merged).forEach(say);
  if (!options.quiet) for (const line of fileLines(imported)) process.stdout.write(`${spoken(line)}\n`);
  return exit.done;
}

function showDoubts(
  path: string,
  bytes: Uint8Array,
  doubts: readonly Doubt[],
  decisions: string,
  options: ImportCommandOptions,
): void {
  const file = reportDoubts(path, bytes, doubts, decisions);
  const color = process.stderr.isTTY === true && !process.env.NO_COLOR;
  process.stderr.write(
    showDiagnostics([file], { color, cwd: process.cwd(), quiet: options.quiet === true, speak: spoken }),
  );
  const counted = summary([file], spoken);
  if (counted && !options.quiet) process.stderr.write(`${pathOf(file, process.cwd())}: ${counted}\n`);
}

function printRefusal(path: string, bytes: Uint8Array, error: NotImported, options: ImportCommandOptions): Exit {
  if (options.json) printJson({ ok: false, error: error.message, fix: error.fix, doubts: doubtsJson(error.doubts) });
  else {
    showDoubts(path, bytes, error.doubts, '', options);
    process.stderr.write(`${spoken(error.message)}. ${spoken(error.fix)}\n${spoken('Nothing was written.')}\n`);
  }
  return exit.faults;
}

/** Doubts as data: the first of each kind, with the places of the others. */
function doubtsJson(doubts: readonly Doubt[]): object[] {
  return doubtsByKind(doubts).map(({ doubt: { node: _, ...doubt }, others }) => ({
    ...doubt,
    ...(others.length > 0 ? { alike: others.map(({ at, words, found }) => ({ at, words, found })) } : {}),
  }));
}

function printJson(data: object): void {
  process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
}
