import { rmSync } from 'node:fs';
import { removal } from '../disk/removal.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import type { Cache } from './cache.ts';
import { openCache } from './open-cache.ts';

/**
 * The results of one build on disk, so that it need not hold them: in its cache, and those that this does not take in a
 * temporary folder.
 */
export interface WorkingCache extends Cache {
  /** Keeps a value that is of no use to later builds. */
  keepForNow<T>(kind: string, key: string, value: T): Promise<void>;
  /** Finds a value that this build has kept. Throws {@link ResultGone}. */
  read<T>(kind: string, key: string): Promise<T>;
  /** Ends it, with its temporary folder. */
  close(): Promise<void>;
}

/** The error thrown when a result of the same build is gone: somebody empties the cache while it is used. */
export class ResultGone extends Error {
  override name = 'ResultGone';
  constructor() {
    super('What this build has kept for itself is gone: leave the temporary folder as it is while builds run');
  }
}

export function workingCache(cache: Cache): WorkingCache {
  let opening: Promise<TemporaryCache> | undefined;
  const keepForNow = async <T>(kind: string, key: string, value: T) => {
    opening ??= temporaryCache();
    await (await opening).keep(kind, key, value);
  };
  const find = async <T>(kind: string, key: string) =>
    (await (await opening)?.find<T>(kind, key)) ?? cache.find<T>(kind, key);
  return {
    find,
    has: async (kind, key) => (await (await opening)?.has(kind, key)) || cache.has(kind, key),
    async keep(kind, key, value) {
      await cache.keep(kind, key, value);
      if (!(await cache.has(kind, key))) await keepForNow(kind, key, value);
    },
    keepForNow,
    async read<T>(kind: string, key: string) {
      const found = await find<T>(kind, key);
      if (found === undefined) throw new ResultGone();
      return found;
    },
    async close() {
      (await opening?.catch(() => undefined))?.remove();
    },
  };
}

interface TemporaryCache extends Cache {
  remove(): void;
}

/** A cache in a folder that ends with the program at the latest. What its disk has no room for is held in memory. */
async function temporaryCache(): Promise<TemporaryCache> {
  const folder = await temporaryFolder('results');
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, removal);
  };
  process.once('exit', remove);
  // Nobody else reads it: the code that makes it is this program’s.
  const onDisk = await openCache({ folder, size: Number.POSITIVE_INFINITY, code: '' });
  const inMemory = new Map<string, unknown>();
  return {
    find: async <T>(kind: string, key: string) =>
      (inMemory.get(`${kind} ${key}`) as T | undefined) ?? onDisk.find<T>(kind, key),
    has: async (kind, key) => inMemory.has(`${kind} ${key}`) || onDisk.has(kind, key),
    async keep(kind, key, value) {
      await onDisk.keep(kind, key, value);
      if (!(await onDisk.has(kind, key))) inMemory.set(`${kind} ${key}`, value);
    },
    remove,
  };
}
