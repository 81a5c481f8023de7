import { type Cache, kept, noCache } from '../../cache/cache.ts';
import { threadsOf } from '../../threads/threads.ts';

/** A file of a book that is to be compressed. */
interface PlainFile {
  /** Its path in the book. */
  path: string;
  data: string | Uint8Array;
}

const here = async (file: PlainFile) => (await import('./compress-file.mjs')).compressFile(file);

const compressors = threadsOf<PlainFile, Uint8Array>(new URL('./compress-file-thread.mjs', import.meta.url), here, 2);

/** Files; to compress fewer takes less time than to start threads. */
const minFiles = 30;
/** Files that are compressed before threads are started: after a small change, there are no others. */
const first = 3;
/** Characters or bytes; a shorter file takes no time. */
const minLength = 4000;

/** Compresses files of a book ahead of its packing. */
export type Compress = (file: PlainFile) => Promise<Uint8Array> | undefined;

/**
 * A function that compresses a file in another thread, or takes it from an earlier build: as an archive of that file.
 * It is undefined for a file that is as soon compressed with the book, which has `count` files like it.
 */
export function compressAhead(count: number, cache: Cache): Compress {
  const inThreads = count >= minFiles;
  let made = 0;
  return (file) => {
    if (file.data.length < minLength || (!inThreads && cache === noCache)) return undefined;
    const archive = kept(cache, 'compressed', { ...file }, () =>
      inThreads && made++ >= first ? compressors.run(file) : here(file),
    );
    // A failure is told when the book is packed.
    archive.catch(() => {});
    return archive;
  };
}
