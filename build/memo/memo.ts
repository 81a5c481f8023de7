import * as v from 'valibot';
import { type Cache, keyOf, type PlainData } from '../cache/cache.ts';
import { folderHash } from '../cache/code-hash.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { offprintRoot, type Repository } from '../disk/repository.ts';
import { lastBuildAsLeft } from '../dist/publish.ts';
import type { Outcome } from '../in-type/outcome.ts';
import { answersAlike, hows, type NotingRepository, notingRepository } from './asked.ts';
import { filesOf, toldFile, toldOf } from './told.ts';

/** A build of an issue, by all that decides what it makes besides the files that it reads. */
export interface MemoRequest {
  repository: Repository;
  issue: string;
  out: string;
  /** The options of the command, and what else of the machine and its environment has a part in the result. */
  settings: PlainData;
  cache: Cache;
}

const hash = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/));

const memoSchema = v.object({
  asked: v.array(v.object({ how: v.picklist(hows), name: v.string(), answer: v.string() })),
  manifest: hash,
  // They are printed as they are.
  remarks: v.array(v.pipe(v.string(), v.regex(/^\P{Cc}*$/u))),
  told: v.array(toldFile),
});

/** What a build asked of the journal’s folder, what it made, and what it said. */
type Memo = v.InferOutput<typeof memoSchema>;

const kind = 'build';

/**
 * The outcome of the last build of an issue, with all that it reported, if nothing changed since: neither what it read,
 * nor what it made. Undefined otherwise, and where there was none. Throws what publishing throws.
 */
export async function outcomeAsBefore(request: MemoRequest): Promise<Outcome | undefined> {
  const { repository, out, issue, cache } = request;
  const memo = v.safeParse(memoSchema, await cache.find(kind, keyOfMemo(request)));
  if (!memo.success || !(await answersAlike(repository, memo.output.asked))) return undefined;
  const { manifest, remarks, told } = memo.output;
  const placed = await lastBuildAsLeft(out, issue, manifest);
  if (!placed) return undefined;
  return {
    issue,
    folder: placed.folder,
    remarks: [...remarks, ...placed.messages, `${issue}: nothing changed since the last build.`],
    unchanged: true,
    files: await filesOf(told, { repository, out }),
  };
}

/** Has an issue built, and remembers the build if it was published. */
export async function remembered(
  request: MemoRequest,
  build: (repository: Repository) => Promise<Outcome>,
): Promise<Outcome> {
  const repository = notingRepository(request.repository);
  const outcome = await build(repository);
  const memo = await memoOf(outcome, repository, request.out);
  if (memo) await request.cache.keep(kind, keyOfMemo(request), memo);
  return outcome;
}

async function memoOf(outcome: Outcome, repository: NotingRepository, out: string): Promise<Memo | undefined> {
  const { made, files, ended } = outcome;
  const asked = repository.asked();
  if (!made || !asked || ended !== undefined || hasErrors(files)) return undefined;
  // Another program that gave no answer may give one the next time.
  if (files.some(({ messages }) => messages.some(({ reason }) => reason.includes('was skipped')))) return undefined;
  const told = await toldOf(files, { repository, out });
  return told && { asked, told, ...made };
}

/** Offprint’s own templates and styles are not all read by way of the journal’s folder. */
function keyOfMemo({ repository, issue, out, settings }: MemoRequest): string {
  return keyOf([repository.root, out, issue, offprintRoot, folderHash(['templates', 'styles']), settings]);
}
