import type { ValidationMessage } from '@likecoin/epubcheck-ts';
import { threadsOf } from '../../threads/threads.ts';
import type { EpubFinding } from './finding.ts';
import { validatorFinding } from './validator-finding.ts';

/** The thread of the validator, which takes its time to load. */
export const validatorThread = threadsOf<Uint8Array | Map<string, Uint8Array>, ValidationMessage[]>(
  new URL('./validate-epub-thread.mjs', import.meta.url),
  async (book) => (await import('./validate-epub.mjs')).validateEpub(book),
  1,
);

/**
 * What it says of every index whose entries stand in groups, and of every link to one, though EPUB Indexes 1.0 asks for
 * groups or a list, and EPUBCheck itself counts them so (findings/epubcheck-ts-index-groups.sh).
 */
const wrong = /^An "index" must contain one and only one "index-entry-list" descendant element/;

/**
 * Checks an EPUB, or its unpacked files, without Java, in another thread. It finds nearly all that EPUBCheck finds, but
 * less of wrong nesting, roles, languages and counting.
 */
export async function runEpubcheckTs(book: Uint8Array | Map<string, Uint8Array>): Promise<EpubFinding[]> {
  const messages = await validatorThread.run(book);
  return messages
    .filter(({ message }) => !wrong.test(message))
    .flatMap(({ id, severity, message, location }) => validatorFinding({ id, severity, message, ...location }) ?? []);
}
