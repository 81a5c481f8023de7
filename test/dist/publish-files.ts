import type { FileContent } from '../../build/disk/output-files.ts';
import { type Published, startPublishing } from '../../build/dist/publish.ts';
import type { SourceFile } from '../../build/dist/sources.ts';

/** Writes files of an issue and puts them in their place, as a build does. */
export async function publish(
  out: string,
  issue: string,
  files: ReadonlyMap<string, FileContent>,
  keep: (path: string) => boolean,
  sources?: readonly SourceFile[],
): Promise<Published> {
  const publication = await startPublishing(out, issue);
  try {
    for (const [path, bytes] of files) await publication.write(path, bytes);
    return await publication.place(keep, sources);
  } finally {
    await publication.end();
  }
}
