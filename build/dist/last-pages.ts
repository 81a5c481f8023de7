import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileOf } from './user-files.ts';

/**
 * The pages of the last build of an issue, by their folios and hashes; none if that had no pages, or they are
 * unreadable.
 */
export async function lastPages(out: string, issue: string): Promise<{ folio: string; hash: string }[]> {
  const folder = join(out, issue);
  try {
    if (!(await isFileOf(folder, 'pages.json'))) return [];
    const { pages } = JSON.parse(await readFile(join(folder, 'pages.json'), 'utf8')) as { pages: unknown[] };
    return pages.map((page) => {
      const { folio, hash } = page as Record<string, unknown>;
      if (typeof folio !== 'string' || typeof hash !== 'string') throw new Error('A page has no hash');
      return { folio, hash };
    });
  } catch {
    // The record of an older Offprint has no hashes, and a user may have changed it.
    return [];
  }
}
