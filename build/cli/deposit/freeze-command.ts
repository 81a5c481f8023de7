import { join, relative } from 'node:path';
import { checkIssue } from '../../check-issue.ts';
import { hasErrors } from '../../diagnostics/report.ts';
import { silently } from '../../diagnostics/stage.ts';
import type { Repository } from '../../disk/repository.ts';
import { writeAside } from '../../disk/write-aside.ts';
import { publishedPagesName, readPublishedPages } from '../../editions/hold-pages.ts';
import { writePageRecord } from '../../pages/page-record.ts';
import { isHeld, type MovedPages, movedPages, rangeOf } from '../../record/held-pages.ts';
import { readBuiltRecord } from '../../where/built-record.ts';
import { type CommonOptions, issueOrNewest, outputFolder, repositoryOf } from '../options.ts';
import { printResults } from '../print-results.ts';
import { type Exit, UsageError } from '../usage.ts';

interface FreezeOptions extends CommonOptions {
  out?: string;
  again?: boolean;
}

/**
 * Runs `offprint freeze`: keeps the pages of the built issue beside its manuscripts, as those that it was published
 * with, and sets `frozen: true` in its issue.yaml. Pages that were kept before are replaced only with `--again`.
 */
export async function freezeCommand(named: string | undefined, options: FreezeOptions): Promise<Exit> {
  const repository = await repositoryOf(options);
  const issue = await issueOrNewest(repository, named);
  const checked = await checkIssue(issue, repository, silently, []);
  if (hasErrors(checked.files) || !checked.inType) return printResults({ built: [checked] }, options);
  if (checked.inType.facts.value.ahead)
    throw new UsageError(`${issue} is not out yet: remove ahead: from its issue.yaml, build it, and freeze it then.`);
  const out = await outputFolder(repository, options.out);
  const read = await readBuiltRecord(join(out, issue), checked.sources);
  const again = `Build it, and look at its pages: offprint build ${issue}`;
  if (!read) throw new UsageError(`${issue} has no page record in ${relative('.', out) || '.'}. ${again}`);
  const changed = typeof read.changed === 'string' ? [] : Array.from(read.changed).slice(0, 3);
  if (read.changed.length > 0)
    throw new UsageError(
      changed.length > 0
        ? `${issue} was built before ${changed.join(', ')} changed. ${again}`
        : `${issue} was built before it was changed. ${again}`,
    );
  const before = await readPublishedPages(repository, issue);
  if (before === 'unreadable' && !options.again)
    throw new UsageError(
      `manuscripts/${issue}/${publishedPagesName} cannot be read, so nobody knows if pages moved. Take it from Git; or replace it by --again.`,
    );
  if (typeof before !== 'string' && !options.again) refuseMoved(issue, movedPages(before, read.record));
  const remarks = [await writePages(repository, issue, writePageRecord(read.record))];
  remarks.push(...(await setFrozen(repository, issue)));
  const [first, last] = [read.record.articles[0], read.record.articles.at(-1)];
  if (first && last) remarks.push(`The articles of ${issue} are held to pages ${rangeOf(first.first, last.last)}.`);
  remarks.push('Commit these files, so that the other editors have them.');
  return printResults({ built: [{ ...checked, remarks }] }, options, 'frozen');
}

/** Throws UsageError if pages moved. */
function refuseMoved(issue: string, moved: MovedPages): void {
  if (isHeld(moved)) return;
  const [article] = [...moved.ranges, ...moved.gone, ...moved.pages].map((one) => one.article);
  const where = article ?? moved.ids[0]?.id ?? '';
  throw new UsageError(
    `${issue} is frozen already, with other pages (${where}). Readers may cite those; if nobody has them yet: offprint freeze ${issue} --again.`,
  );
}

async function writePages(repository: Repository, issue: string, bytes: Uint8Array): Promise<string> {
  const path = `manuscripts/${issue}/${publishedPagesName}`;
  const full = await repository.writablePath(path);
  await writeAside(full, bytes);
  return `made ${relative('.', full)}`;
}

/** Sets `frozen: true` where it is not set, below the date, and leaves every other line as it is. */
async function setFrozen(repository: Repository, issue: string): Promise<string[]> {
  const path = `manuscripts/${issue}/issue.yaml`;
  const text = new TextDecoder().decode(await repository.read(path));
  const changed = withFrozen(text);
  if (changed === text) return [];
  const full = await repository.writablePath(path);
  await writeAside(full, changed);
  return [`frozen: true is set in ${relative('.', full)}`];
}

/** The text of an issue.yaml with `frozen: true`. */
export function withFrozen(text: string): string {
  if (/^frozen:[ \t]*true\b/m.test(text)) return text;
  if (/^frozen:/m.test(text)) return text.replace(/^frozen:[ \t]*[^\s#]*/m, 'frozen: true');
  const end = /\r\n/.test(text) ? '\r\n' : '\n';
  return text.replace(/^date:.*(?:\r?\n|$)/m, (line) => `${/\n$/.test(line) ? line : line + end}frozen: true${end}`);
}
