import { messageOf } from '../diagnostics/message-of.ts';
import { SearchFailed } from './search-failed.ts';
import type { SearchRecord } from './search-text.ts';

/** A file of the search’s index, from the site on. */
export interface IndexFile {
  path: string;
  data: Uint8Array;
}

/** The scripts that Pagefind puts beside an index for pages of its own making. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * Makes the index of a site’s search by Pagefind; undefined if that is not installed. The same records give the same
 * files. Throws {@link SearchFailed}.
 */
export async function searchIndex(records: readonly SearchRecord[]): Promise<IndexFile[] | undefined> {
  const pagefind = await import('pagefind').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  });
  if (!pagefind) return undefined;
  try {
    const { index, errors } = await pagefind.createIndex({});
    if (!index) throw new SearchFailed(errors.join('; '));
    for (const record of records) {
      const added = await index.addCustomRecord(record);
      if (added.errors.length > 0) throw new SearchFailed(added.errors.join('; '));
    }
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new SearchFailed(faults.join('; '));
    return files
      .filter(({ path }) => !unused.test(path))
      .map(({ path, content }) => ({ path: `pagefind/${path.replaceAll('\\', '/')}`, data: content }))
      .sort((one, other) => (one.path < other.path ? -1 : 1));
  } catch (error) {
    throw error instanceof SearchFailed ? error : new SearchFailed(messageOf(error));
  } finally {
    await pagefind.close();
  }
}
