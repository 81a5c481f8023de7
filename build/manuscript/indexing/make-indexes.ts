import type { VFile } from 'vfile';
import { type Place, report } from '../../diagnostics/report.ts';
import {
  type IndexEntry,
  type IndexMark,
  type IndexName,
  type IndexReference,
  type IssueIndex,
  indexId,
} from '../../issue/index-model.ts';
import type { Phrase } from '../../issue/model.ts';
import { collationOf } from '../../languages/collate.ts';
import type { Languages } from '../../languages/languages.ts';
import { closestWord } from '../../text/closest-word.ts';
import { placesOf } from './places-of.ts';
import { groupEntries, sortEntries } from './sort-entries.ts';

/** The marks of an article, with its file. */
export interface MarkedArticle {
  marks: readonly IndexMark[];
  file: VFile;
}

/** An entry while an index is made of its marks. */
export interface DraftEntry {
  /** Its words, and those of the entries above it: `law!canon`. */
  key: string;
  phrase: Phrase;
  lang: string;
  sort: string | undefined;
  marks: { mark: IndexMark; file: VFile }[];
  entries: Map<string, DraftEntry>;
}

/** What indexes are made for: those that are asked for, and the language in whose order they are. */
export interface IndexWishes {
  names: readonly IndexName[];
  lang: string;
  languages: Languages;
  /** The file and place that ask for each. */
  file: VFile;
  at: (name: IndexName) => Place | undefined;
}

/**
 * Makes the indexes that an issue asks for of the marks in its articles. Faults of all marks are reported, those of
 * references between entries only in an index that is made.
 */
export function makeIndexes(articles: readonly MarkedArticle[], wishes: IndexWishes): IssueIndex[] {
  const drafts = draftIndexes(articles);
  const made = new Map<DraftEntry, ReturnType<typeof placesOf>>();
  for (const draft of drafts.values()) for (const entry of allOf(draft)) made.set(entry, placesOf(entry.marks));
  const collation = collationOf(wishes.lang);
  return wishes.names.flatMap((name): IssueIndex[] => {
    const draft = drafts.get(name) ?? new Map<string, DraftEntry>();
    if (draft.size === 0) {
      report(wishes.file, 'index-asked', {
        at: wishes.at(name),
        found: `An index of ${name}, and no words that are marked for it`,
        fix: `Mark words in the manuscripts, ${name === 'names' ? '[Words]{.index-name}' : '[words]{.index}'}, or remove it here.`,
      });
      return [];
    }
    const id = indexId(name);
    reportAlike(draft, wishes.lang);
    const all = [...allOf(draft)];
    const ids = new Map(all.map(({ key }, i) => [key, `${id}--entry-${i + 1}`]));
    const byKey = new Map(all.map((entry) => [entry.key, entry]));
    const refer = (entry: DraftEntry, which: 'see' | 'seeAlso'): IndexReference[] => {
      const written = new Map(entry.marks.flatMap((one) => (one.mark[which] ? [[one.mark[which], one] as const] : [])));
      return [...written].flatMap(([target, { mark, file }]) => {
        const key = keyOf(target.split('!'));
        const names = pathOf(key, byKey);
        if (names && key !== entry.key) return [{ names, id: ids.get(key) as string }];
        const close = closestWord(
          key,
          [...byKey.keys()].filter((other) => other !== entry.key),
        );
        report(file, 'index-see', {
          at: mark.at,
          found:
            key === entry.key
              ? `The entry “${key}” refers to itself`
              : `A reference to “${target}”, which is no entry of the index of ${name}`,
          ...(close
            ? { fix: `Did you mean ${close}?` }
            : { fix: 'Mark words for that entry, or refer to one that is there.' }),
        });
        return [];
      });
    };
    const finish = (entries: ReadonlyMap<string, DraftEntry>): IndexEntry[] =>
      sortEntries([...entries.values()], collation).map((entry) => ({
        id: ids.get(entry.key) as string,
        phrase: entry.phrase,
        lang: entry.lang,
        places: made.get(entry) ?? [],
        see: refer(entry, 'see'),
        seeAlso: refer(entry, 'seeAlso'),
        entries: finish(entry.entries),
      }));
    const keys = new Map(all.map((entry) => [ids.get(entry.key) as string, sortKey(entry)]));
    return [{ name, id, groups: groupEntries(finish(draft), (entry) => keys.get(entry.id) ?? '', collation) }];
  });
}

/** The entries of each index, as the marks say them. */
function draftIndexes(articles: readonly MarkedArticle[]): Map<IndexName, Map<string, DraftEntry>> {
  const indexes = new Map<IndexName, Map<string, DraftEntry>>();
  for (const { marks, file } of articles)
    for (const mark of marks) {
      let entries = indexes.get(mark.index) ?? new Map<string, DraftEntry>();
      indexes.set(mark.index, entries);
      for (const [i, phrase] of mark.path.entries()) {
        const key = keyOf(mark.path.slice(0, i + 1).map(({ text }) => text));
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

/** What an entry is sorted by, if its marks do not say: its words. */
export function sortKey({ sort, phrase }: Pick<DraftEntry, 'sort' | 'phrase'>): string {
  return sort ?? phrase.text;
}

/** The key of an entry, by the words on the way to it; what typography makes of spaces and marks does not count. */
function keyOf(path: readonly string[]): string {
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

function pathOf(key: string, byKey: ReadonlyMap<string, DraftEntry>): Phrase[] | undefined {
  const parts = key.split('!');
  const names = parts.map((_, i) => byKey.get(parts.slice(0, i + 1).join('!'))?.phrase);
  return names.includes(undefined) ? undefined : (names as Phrase[]);
}

function* allOf(entries: ReadonlyMap<string, DraftEntry>): Iterable<DraftEntry> {
  for (const entry of entries.values()) {
    yield entry;
    yield* allOf(entry.entries);
  }
}

/** Reports entries that differ only in capitals: they are meant as one, as a rule. */
function reportAlike(draft: ReadonlyMap<string, DraftEntry>, lang: string): void {
  const known = new Map<string, DraftEntry>();
  for (const entry of allOf(draft)) {
    const folded = entry.key.toLocaleLowerCase(lang);
    const other = known.get(folded);
    known.set(folded, other ?? entry);
    const [first] = entry.marks;
    if (!other || !first) continue;
    report(first.file, 'index-alike', {
      at: first.mark.at,
      found: `The entries “${other.key}” and “${entry.key}” of the index, which differ only in capitals`,
      expected: 'one entry',
      fix: `Write the same for both: [${entry.phrase.text}]{.index entry="${other.key}"}.`,
    });
  }
}
