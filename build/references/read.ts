import { VFile } from 'vfile';
import type { Cache } from '../cache/cache.ts';
import type { Repository } from '../disk/repository.ts';
import { closestWord } from '../text/closest-word.ts';
import type { CslItem, NamedBibliography, Reference, ReferenceList } from './item.ts';

/** Reads the bibliographies that a journal and an article name. Of works with one key the last holds. */
export async function readReferences(
  repository: Repository,
  named: readonly NamedBibliography[],
  _cache: Cache,
): Promise<ReferenceList> {
  const known = new Map<string, Reference>();
  const files: VFile[] = [];
  for (const { path } of named) {
    const value = new TextDecoder().decode(await repository.read(path));
    const file = new VFile({ path, cwd: repository.root, value });
    files.push(file);
    const start = { line: 1, column: 1 };
    for (const item of JSON.parse(value) as CslItem[])
      known.set(item.id, { key: item.id, item, file, at: { start, end: start } });
  }
  return {
    find: (key) => known.get(key),
    nearest: (key) => closestWord(key, [...known.keys()]),
    all: [...known.values()],
    files,
  };
}
