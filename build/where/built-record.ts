import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName, readManifest } from '../dist/manifest.ts';
import { hashOfSources, type SourceFile } from '../dist/sources.ts';
import { isFileOf } from '../dist/user-files.ts';
import { parseRecord } from '../record/parse-record.ts';
import type { PageRecord } from '../record/schema.ts';

/** The page record of a built issue. */
export interface BuiltRecord {
  record: PageRecord;
  /** The journal’s files that have changed since it was made; `unknown` where some have and it is not known which. */
  changed: string[] | 'unknown';
}

/** Reads the page record in an issue’s folder of `dist/`; undefined if there is none, or it is none. */
export async function readBuiltRecord(
  folder: string,
  sources: readonly SourceFile[],
): Promise<BuiltRecord | undefined> {
  const read = async (name: string) =>
    (await isFileOf(folder, name)) ? readFile(join(folder, name), 'utf8').catch(() => '') : '';
  const manifest = readManifest(await read(manifestName));
  const entry = manifest?.files.find(({ path }) => path === 'pages.json');
  const record = parseRecord(await read('pages.json'));
  if (!record) return undefined;
  const before = manifest?.sources;
  const isOfThese = before && (entry?.sources === undefined || entry.sources === hashOfSources(before));
  if (isOfThese) return { record, changed: changedPaths(before, sources) };
  return { record, changed: entry?.sources === hashOfSources(sources) ? [] : 'unknown' };
}

/** The paths of files that were changed, added or removed. */
function changedPaths(before: readonly SourceFile[], now: readonly SourceFile[]): string[] {
  const [old, left] = [before, now].map((files) => new Map(files.map(({ path, sha256 }) => [path, sha256])));
  return [...new Set([...(old?.keys() ?? []), ...(left?.keys() ?? [])])]
    .filter((path) => old?.get(path) !== left?.get(path))
    .sort();
}
