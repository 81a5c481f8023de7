import { resolve } from 'node:path';
import { type Cache, noCache } from '../cache/cache.ts';
import { type FolderCache, openCache, usualSize } from '../cache/open-cache.ts';
import { UsageError } from './usage.ts';

/** Options of the commands that use results of earlier builds. */
export interface CacheChoice {
  /** The folder of `--cache`; false for `--no-cache`. */
  cache?: string | false;
}

/** The cache of a run. */
export interface RunCache {
  cache: Cache;
  /** Ends the work with it; returns what was wrong with it, a line each. */
  close(): Promise<string[]>;
}

/** Opens the cache that options and environment name. Throws UsageError. */
export async function cacheOf({ cache: choice }: CacheChoice): Promise<RunCache> {
  const size = cacheSize();
  if (choice === false || size === 0) return { cache: noCache, close: async () => [] };
  const cache: FolderCache = await openCache({ folder: cacheFolderOf(choice), size });
  return {
    cache,
    async close() {
      await cache.close();
      const trouble = cache.trouble();
      return trouble ? [trouble] : [];
    },
  };
}

/** The folder of `--cache`, else of OFFPRINT_CACHE; undefined for the user’s own. Throws UsageError. */
export function cacheFolderOf(choice: string | undefined): string | undefined {
  if (choice?.trim() === '') throw new UsageError('--cache wants a folder: --cache ../cache.');
  const named = choice ?? process.env.OFFPRINT_CACHE;
  return named ? resolve(named) : undefined;
}

const units: Readonly<Record<string, number>> = { '': 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

/** The bytes that OFFPRINT_CACHE_SIZE allows, such as `500 MB`. Throws UsageError. */
export function cacheSize(): number {
  const text = process.env.OFFPRINT_CACHE_SIZE;
  if (!text?.trim()) return usualSize;
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([kmg]b)?\s*$/i.exec(text) ?? [];
  if (number === '')
    throw new UsageError(`OFFPRINT_CACHE_SIZE is ${text}: it wants a size, such as 500MB or 4GB; 0 keeps nothing.`);
  return Number(number) * (units[unit.toLowerCase()] ?? 1);
}
