import { type Cache, keyOf } from '../../cache/cache.ts';
import type { ArchiveDocument } from './archive.ts';
import { skeletonOf } from './skeleton.ts';

/** The documents of a book that an earlier check found without a fault, in a book with the same package and styles. */
export interface KnownDocuments {
  /** Their skeletons, by path: what the other documents depend on. */
  skeletons: ReadonlyMap<string, Uint8Array>;
  /** Keeps documents that were now found without a fault, with the whole book. */
  keep(documents: readonly ArchiveDocument[]): Promise<void>;
}

/** In bytes. A shorter document is looked at whole: that takes no time. */
const minBytes = 1000;

/** Finds the known documents among the files of a book. */
export async function findKnown(files: ReadonlyMap<string, Uint8Array>, cache: Cache): Promise<KnownDocuments> {
  const shared = keyOf([...files].filter(([path]) => /\.(?:opf|css)$/.test(path)).flat());
  const keys = new Map(
    [...files]
      .filter(([path, data]) => path.endsWith('.xhtml') && data.length >= minBytes)
      .map(([path, data]) => [path, keyOf({ shared, path, data })]),
  );
  const skeletons = new Map<string, Uint8Array>();
  const look = async ([path, key]: [string, string]): Promise<void> => {
    const found = await cache.find<string>('book-document', key);
    if (found !== undefined) skeletons.set(path, new TextEncoder().encode(found));
  };
  await Promise.all([...keys].map(look));
  return {
    skeletons,
    async keep(documents) {
      for (const document of documents) {
        const key = skeletons.has(document.path) ? undefined : keys.get(document.path);
        const skeleton = key && skeletonOf(document);
        if (key && skeleton) await cache.keep('book-document', key, skeleton);
      }
    },
  };
}
