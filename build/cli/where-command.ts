import { readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { isInside } from '../disk/is-inside.ts';
import type { Repository } from '../disk/repository.ts';
import { sourcesOf } from '../dist/sources.ts';
import type { PageRecord } from '../record/schema.ts';
import { readTerms } from '../theme/terms.ts';
import { readBuiltRecord } from '../where/built-record.ts';
import { linesOfFile } from '../where/file-lines.ts';
import { type AskedPoint, placeOfLine } from '../where/place-of-line.ts';
import { readArticle } from '../where/read-article.ts';
import { type ShownPlace, showPlace, warningOf } from '../where/show-place.ts';
import { readAskedPlace } from './asked-place.ts';
import { issuesOf, outputFolder, repositoryOf } from './options.ts';
import { spoken } from './spoken/spoken.ts';
import { type Exit, exit, UsageError } from './usage.ts';

interface WhereOptions {
  root: string;
  out?: string;
  json?: boolean;
}

/** Runs `offprint where`: says on which page and in which column of the built issues a line of a manuscript is. */
export async function whereCommand(place: string, options: WhereOptions): Promise<Exit> {
  const { file, ...asked } = readAskedPlace(
    place,
    'the file, a line and perhaps a column, counted from 1: offprint where',
  );
  const repository = await repositoryOf(options);
  const path = await manuscriptPath(repository, file);
  const lines = linesOfFile(await readFile(join(repository.root, path), 'utf8'));
  if (asked.line > lines.starts.length)
    throw new UsageError(`${path} has ${lines.starts.length} lines; there is no line ${asked.line}.`);

  const out = await outputFolder(repository, options.out);
  const terms = await readTerms(repository);
  const found: ShownPlace[] = [];
  const unbuilt: string[] = [];
  for (const issue of await issuesOf(repository, [])) {
    const read = await readArticle(repository, issue, path, terms);
    if (!read) continue;
    const built = await readBuiltRecord(join(out, issue), await sourcesOf(repository, issue));
    const at = built && placeOfLine(read.article, built.record, asked);
    if (!at) {
      unbuilt.push(issue);
      continue;
    }
    const warning = warningOf(issue, path, built.changed, read.isWhole);
    found.push({ issue, place: at, columns: columnsOf(built.record), ...(warning ? { warning } : {}) });
  }
  if (found.length === 0) throw new UsageError(nowhere(path, unbuilt, out));
  print(found, path, asked, options.json === true);
  return exit.done;
}

/** The path of a file in the journal’s folder, as it is named from here or from there. Throws UsageError. */
async function manuscriptPath({ root }: Repository, named: string): Promise<string> {
  for (const base of ['.', root]) {
    const real = await realpath(resolve(base, named)).catch(() => undefined);
    if (real === undefined) continue;
    if ((await stat(real)).isDirectory())
      throw new UsageError(`${named} is a folder: name a manuscript, as manuscripts/2026-1/on-margins.md:48.`);
    if (isInside(root, real)) return relative(root, real).split(sep).join('/');
    throw new UsageError(`${named} is not in the journal’s folder ${root}. Name another one with --root.`);
  }
  throw new UsageError(`There is no file ${named}, neither here nor in ${root}.`);
}

/** How many columns an issue’s pages have at most. */
function columnsOf({ pages }: PageRecord): number {
  return Math.max(0, ...pages.flatMap(({ columns }) => columns.map(({ number }, i) => number ?? i + 1)));
}

function nowhere(path: string, unbuilt: readonly string[], out: string): string {
  const [issue] = unbuilt;
  if (issue === undefined) return `${path} is in no issue: an issue.yaml has to list it under contents:.`;
  const dist = relative('.', join(out, issue)) || '.';
  return `${dist} has no page record (pages.json) with ${path}. Build the issue’s pages first: offprint build ${issue}`;
}

function print(found: readonly ShownPlace[], path: string, asked: AskedPoint, json: boolean): void {
  if (json) {
    const places = found.map(({ issue, place, warning }) => ({ issue, ...place, warning }));
    process.stdout.write(`${JSON.stringify({ ok: true, path, ...asked, places }, null, 2)}\n`);
    return;
  }
  for (const one of found) {
    process.stdout.write(`${found.length > 1 ? `${one.issue}: ` : ''}${spoken(showPlace(one, asked.line))}\n`);
    if (one.warning) process.stderr.write(`${spoken(one.warning)}\n`);
  }
}
