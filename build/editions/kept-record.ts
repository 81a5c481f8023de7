import { join } from 'node:path';
import type { Repository } from '../disk/repository.ts';
import { type SourceFile, withSources } from '../dist/sources.ts';
import type { InType } from '../in-type/set-in-type.ts';
import { fillHeadings } from '../record/fill-folios.ts';
import type { PageRecord } from '../record/schema.ts';
import { readBuiltRecord } from '../where/built-record.ts';

/**
 * The page record of the last build, if that was of the same files; undefined otherwise. Headings that refer to pages
 * get their folios.
 */
export async function keptRecord(
  { issue }: InType,
  { repository, sources, out }: { repository: Repository; sources: readonly SourceFile[]; out: string },
): Promise<PageRecord | undefined> {
  const all = await withSources(sources, repository, issue.citations?.sources ?? []);
  const read = await readBuiltRecord(join(out, issue.folder), all);
  if (!read || read.changed === 'unknown' || read.changed.length > 0) return undefined;
  const known = new Set(read.record.articles.map(({ id }) => id));
  if (!issue.articles.every(({ id }) => known.has(id))) return undefined;
  fillHeadings(issue, read.record.ids);
  return read.record;
}
