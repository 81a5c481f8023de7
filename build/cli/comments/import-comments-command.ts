import { join, relative, resolve } from 'node:path';
import { applyChanges } from '../../comments/apply-changes.ts';
import { type ImportedComments, importComments } from '../../comments/import-comments.ts';
import type { PdfComments } from '../../comments/read-comments.ts';
import type { Repository } from '../../disk/repository.ts';
import { writeAside } from '../../disk/write-aside.ts';
import { unifiedDiff } from '../../text/line-diff.ts';
import { readTerms } from '../../theme/terms.ts';
import { issuesOf, repositoryOf } from '../options.ts';
import { spoken } from '../spoken/spoken.ts';
import { type Exit, exit } from '../usage.ts';
import { type AskedChanges, askedChanges } from './comment-numbers.ts';
import { readAnnotated } from './read-annotated.ts';
import { commentsJson, showComments } from './show-comments.ts';

interface ImportCommentsOptions extends AskedChanges {
  root: string;
  issue?: string;
  patch?: string;
  json?: boolean;
}

/** A manuscript whose text changes. */
interface ChangedManuscript {
  path: string;
  before: string;
  after: string;
  /** The numbers of the comments whose changes were made. */
  made: number[];
  skipped: number[];
}

/**
 * Runs `offprint import-comments`: lists the comments of an annotated PDF at their places in manuscripts, and makes the
 * changes that are asked for, in the manuscripts or as a patch. Throws UsageError.
 */
export async function importCommentsCommand(path: string, options: ImportCommentsOptions): Promise<Exit> {
  const repository = await repositoryOf(options);
  const issues = await issuesOf(repository, options.issue === undefined ? [] : [options.issue]);
  const read = await readAnnotated(path);
  const imported = await importComments(repository, issues, await readTerms(repository), read);
  const makes = options.patch !== undefined || options.apply !== undefined || options.replace !== undefined;
  const changed = makes ? changedManuscripts(imported, options) : [];
  if (options.patch !== undefined) {
    const diff = changed.map(({ path: own, before, after }) => unifiedDiff(own, before, after)).join('');
    await writeAside(resolve(options.patch), diff);
  } else for (const one of changed) await writeManuscript(repository, one);
  const cwd = process.cwd();
  const nameOf = (file: string) => relative(cwd, join(repository.root, file)).replaceAll('\\', '/') || file;
  if (options.json) {
    const made = changed.map(({ path: own, made: numbers, skipped }) => ({ file: own, made: numbers, skipped }));
    process.stdout.write(`${JSON.stringify({ ok: true, ...commentsJson(imported, read), changed: made }, null, 2)}\n`);
    return exit.done;
  }
  if (!makes) process.stdout.write(showComments(imported.comments, nameOf));
  tell(imported, read, changed, options, nameOf);
  return exit.done;
}

/** Makes the changes that are asked for, in the texts. */
function changedManuscripts({ comments, manuscripts }: ImportedComments, options: AskedChanges): ChangedManuscript[] {
  const asked = askedChanges(comments, options);
  return manuscripts.flatMap(({ path, text }) => {
    const own = asked.filter(({ place }) => place.file === path).map(({ number, change }) => ({ ...change, number }));
    const { text: after, skipped } = applyChanges(text, own);
    const left = skipped.map(({ number }) => number);
    const made = own.flatMap(({ number }) => (left.includes(number) ? [] : [number])).sort((a, b) => a - b);
    return own.length > 0 ? [{ path, before: text, after, made, skipped: left }] : [];
  });
}

/** Writes a manuscript with the line ends, and the mark at its head, that it had. */
async function writeManuscript(repository: Repository, { path, after }: ChangedManuscript): Promise<void> {
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await repository.read(path));
  const text = before.includes('\r\n') ? after.replace(/\r?\n/g, '\r\n') : after;
  const mark = before.startsWith('\ufeff') && !text.startsWith('\ufeff') ? '\ufeff' : '';
  await writeAside(join(repository.root, path), mark + text);
}

function tell(
  { comments, manuscripts }: ImportedComments,
  read: PdfComments,
  changed: readonly ChangedManuscript[],
  { patch }: ImportCommentsOptions,
  nameOf: (file: string) => string,
): void {
  const say = (line: string): void => {
    process.stderr.write(`${spoken(line)}\n`);
  };
  for (const { path, isWhole } of manuscripts)
    if (!isWhole) say(`${nameOf(path)} has faults, so that not all of it is read: offprint check`);
  for (const { path, made, skipped } of changed) {
    const list = made.join(', ');
    if (made.length > 0 && patch === undefined) say(`${nameOf(path)} is written, with the changes of ${list}.`);
    if (made.length > 0 && patch !== undefined) say(`${patch} has the changes of ${list}: git apply ${patch}`);
    if (skipped.length > 0)
      say(`Left out: ${skipped.join(', ')}, which change the same words as another. Make them after it, or by hand.`);
  }
  if (patch !== undefined && changed.length === 0)
    say(`${patch} is empty: no comment asks for a change that can be made.`);
  if (read.isCut) say('There are more comments than anybody makes; the rest was not read.');
  const own = comments.filter(({ query }) => !query);
  const fit = own.filter(({ change, unfit }) => change && !unfit).length;
  const lost = own.filter(({ place }) => !place).length;
  if (own.length === 0) say('There are no comments in it.');
  else say(own.length === 1 ? '1 comment.' : `${own.length} comments.`);
  if (fit > 0 && changed.length === 0) say(`Changes that --apply can make: ${fit}`);
  if (lost > 0) say(`Comments that could not be placed: ${lost}`);
}
