import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { noCache } from '../cache/cache.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { makeFolder } from '../disk/make-folder.ts';
import type { Repository } from '../disk/repository.ts';
import { writeAside } from '../disk/write-aside.ts';
import { readTerms } from '../theme/terms.ts';
import { contentsFolder, issuesOfYear, type YearsIssues } from '../year/built-issue.ts';
import { reportCounting } from '../year/count-on.ts';
import { isAsMade, makeYear } from '../year/make-year.ts';
import { type CommonOptions, outputFolder, repositoryOf } from './options.ts';
import { printResults } from './print-results.ts';
import { type Exit, UsageError } from './usage.ts';

interface ContentsOptions extends CommonOptions {
  out?: string;
}

/** Runs `offprint contents 2026`: writes the manuscripts of a year’s contents, as an issue of its own. */
export async function contentsCommand(year: string, options: ContentsOptions): Promise<Exit> {
  if (!/^\d{4}$/.test(year)) throw new UsageError(`"${year}" is not a year. Name one: offprint contents 2026.`);
  const repository = await repositoryOf(options);
  const out = await outputFolder(repository, options.out);
  const terms = await readTerms(repository);
  const { built, lacking } = await issuesOfYear(repository, year, out, terms, noCache);
  if (lacking.length > 0) throw new UsageError(lackingText(lacking, relative('.', out) || '.'));
  if (built.length === 0)
    throw new UsageError(`No issue of ${year}: the date: of an issue.yaml begins with the year in which it appears.`);
  reportCounting(built);
  const { texts, files } = makeYear(year, built, terms);
  const folder = contentsFolder(year);
  const remarks: string[] = [];
  const run = { issue: folder, files, remarks };
  if (!hasErrors(files)) {
    const isOurs = await editedFiles(repository, texts);
    for (const [path, text] of texts) {
      if (isOurs.get(path) === false) {
        remarks.push(`kept ${path}, which was edited`);
        continue;
      }
      const full = await repository.writablePath(path);
      await makeFolder(dirname(full));
      await writeAside(full, text);
      remarks.push(`made ${relative('.', full)}`);
    }
    remarks.push(`Make its pages by: offprint build ${folder}`);
  }
  return printResults({ built: [run] }, options);
}

/** Whether each file that is there is as it was made. Throws UsageError for manuscripts that were edited. */
async function editedFiles(repository: Repository, texts: ReadonlyMap<string, string>): Promise<Map<string, boolean>> {
  const found = new Map<string, boolean>();
  for (const path of texts.keys()) {
    const text = await readFile(join(repository.root, path), 'utf8').catch(() => undefined);
    if (text !== undefined) found.set(path, isAsMade(text));
  }
  const edited = [...found].flatMap(([path, isMade]) => (isMade || path.endsWith('issue.yaml') ? [] : [path]));
  if (edited.length > 0)
    throw new UsageError(
      `${edited.join(', ')} ${edited.length > 1 ? 'were' : 'was'} edited since it was made; nothing was changed. Move it away, or remove it, to have it made again.`,
    );
  return found;
}

function lackingText(lacking: YearsIssues['lacking'], out: string): string {
  const lines = lacking.map(({ folder, why, changed }) => {
    if (why === 'not built') return `${folder} has no page record in ${out}. Build it: offprint build ${folder}`;
    if (why === 'older') return `${folder} was built by another version. Build it again: offprint build ${folder}`;
    const named = changed.length > 0 ? changed.slice(0, 3).join(', ') : 'Something in it';
    return `${folder} was built before it was changed: ${named}. Build it again: offprint build ${folder}`;
  });
  return lines.join('\n');
}
