import { resolve } from 'node:path';
import * as v from 'valibot';
import { VFile } from 'vfile';
import type { MessageOfKind } from '../diagnostics/alike.ts';
import { FileMissing, offprintRoot, PathOutside, type Repository } from '../disk/repository.ts';

/** The folders that the paths of diagnostics start from. */
export interface Folders {
  repository: Repository;
  out: string;
}

const point = v.object({ line: v.number(), column: v.number(), offset: v.optional(v.number()) });

const toldMessage = v.object({
  reason: v.string(),
  rule: v.pipe(v.string(), v.regex(/^[a-z\d-]*$/)),
  fatal: v.optional(v.boolean()),
  place: v.optional(v.union([v.object({ start: point, end: point }), point])),
  expected: v.optional(v.array(v.string())),
  note: v.optional(v.string()),
  alike: v.optional(v.string()),
});

/** The form of a file’s diagnostics as data. */
export const toldFile = v.object({
  path: v.string(),
  in: v.picklist(['root', 'out', 'offprint']),
  /** The file’s text, for the lines that are shown; absent for a text that can be read in the journal’s folder. */
  text: v.optional(v.string()),
  messages: v.array(toldMessage),
});

/** A file’s diagnostics as data. */
export type ToldFile = v.InferOutput<typeof toldFile>;

/** Diagnostics as data. Undefined where a file is in none of the folders that are known. */
export async function toldOf(files: readonly VFile[], folders: Folders): Promise<ToldFile[] | undefined> {
  const told: ToldFile[] = [];
  for (const file of files) {
    if (file.messages.length === 0) continue;
    const within = (['root', 'out', 'offprint'] as const).find((name) => folderOf(name, folders) === resolve(file.cwd));
    if (!within) return undefined;
    const text = String(file.value ?? '');
    const isRead = within === 'root' && text !== '' && (await textIn(folders.repository, file.path)) === text;
    told.push({ path: file.path, in: within, ...(isRead ? {} : { text }), messages: file.messages.map(dataOf) });
  }
  return told;
}

/** The same diagnostics again, on the files that they were reported on. */
export async function filesOf(told: readonly ToldFile[], folders: Folders): Promise<VFile[]> {
  const files: VFile[] = [];
  for (const { path, in: within, text, messages } of told) {
    const value = text ?? (await textIn(folders.repository, path)) ?? '';
    const file = new VFile({ path, cwd: folderOf(within, folders), value });
    for (const { reason, rule, fatal, place, expected, note, alike } of messages) {
      const message: MessageOfKind = file.message(reason, {
        ...(place ? { place } : {}),
        ruleId: rule,
        source: 'offprint',
      });
      message.fatal = fatal;
      if (expected) message.expected = expected;
      if (note !== undefined) message.note = note;
      if (alike !== undefined) message.alike = alike;
    }
    files.push(file);
  }
  return files;
}

function folderOf(name: ToldFile['in'], { repository, out }: Folders): string {
  return { root: repository.root, out, offprint: offprintRoot }[name];
}

function dataOf(message: MessageOfKind): ToldFile['messages'][number] {
  const { reason, ruleId, fatal, place, expected, note, alike } = message;
  return {
    reason,
    rule: ruleId ?? '',
    ...(typeof fatal === 'boolean' ? { fatal } : {}),
    ...(place ? { place: placeOf(place) } : {}),
    ...(expected ? { expected } : {}),
    ...(note !== undefined ? { note } : {}),
    ...(alike !== undefined ? { alike } : {}),
  };
}

type Place = NonNullable<ToldFile['messages'][number]['place']>;

function placeOf(place: NonNullable<MessageOfKind['place']>): Place {
  return 'start' in place ? { start: pointOf(place.start), end: pointOf(place.end) } : pointOf(place);
}

function pointOf({ line, column, offset }: v.InferOutput<typeof point>): v.InferOutput<typeof point> {
  return { line, column, ...(offset === undefined ? {} : { offset }) };
}

/** The text of a file of the journal, as its readers have it; undefined where there is none. */
async function textIn(repository: Repository, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await repository.read(path));
  } catch (error) {
    if (error instanceof FileMissing || error instanceof PathOutside) return undefined;
    throw error;
  }
}
