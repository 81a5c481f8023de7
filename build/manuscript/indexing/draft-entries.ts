import type { VFile } from 'vfile';
import type { IndexName, PlacedMark } from '../../issue/index-model.ts';
import type { Phrase } from '../../issue/model.ts';

/** The marks of an article, with its file. */
export interface MarkedArticle {
  marks: readonly PlacedMark[];
  file: VFile;
}

/** A mark with the file that it is in. */
export interface FiledMark {
  mark: PlacedMark;
  file: VFile;
}

/** An entry while an index is made of its marks. */
export interface DraftEntry {
  /** Its words, and those of the entries above it: `law!canon`. */
  key: string;
  phrase: Phrase;
  lang: string;
  sort: string | undefined;
  marks: FiledMark[];
  entries: Map<string, DraftEntry>;
}

/** The entries of each index, as the marks say them. */
export function draftIndexes(articles: readonly MarkedArticle[]): Map<IndexName, Map<string, DraftEntry>> {
  const indexes = new Map<IndexName, Map<string, DraftEntry>>();
  for (const { marks, file } of articles)
    for (const mark of marks) {
      let entries = indexes.get(mark.index) ?? new Map<string, DraftEntry>();
      indexes.set(mark.index, entries);
      for (const [i, phrase] of mark.path.entries()) {
        const key = entryKey(mark.path.slice(0, i + 1).map(({ text }) => text));
        const sort = mark.sort[i];
        const entry: DraftEntry = entries.get(key) ?? {
          key,
          phrase,
          lang: mark.lang,
          sort,
          marks: [],
          entries: new Map(),
        };
        entry.sort ??= sort;
        entries.set(key, entry);
        if (i === mark.path.length - 1) entry.marks.push({ mark, file });
        entries = entry.entries;
      }
    }
  return indexes;
}

/** The text that an entry is sorted by: its words, if its marks do not say another. */
export function sortKey({ sort, phrase }: Pick<DraftEntry, 'sort' | 'phrase'>): string {
  return sort ?? phrase.text;
}

/** The key of an entry, by the words on the way to it; what typography makes of spaces and marks does not count. */
export function entryKey(path: readonly string[]): string {
  return path
    .map((words) =>
      words
        .normalize('NFC')
        .replace(/[*_`\u00ad]/g, '')
        .replace(/[\s\u00a0\u202f]+/g, ' ')
        .replace(/['’ʼ]/g, '’')
        .replace(/["“”„«»]/g, '"')
        .trim(),
    )
    .join('!');
}

/** All entries, each before those below it. */
export function* allOf(entries: ReadonlyMap<string, DraftEntry>): Iterable<DraftEntry> {
  for (const entry of entries.values()) {
    yield entry;
    yield* allOf(entry.entries);
  }
}
