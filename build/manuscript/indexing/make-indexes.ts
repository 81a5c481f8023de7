import type { VFile } from 'vfile';
import { type Place, report } from '../../diagnostics/report.ts';
import {
  type IndexEntry,
  type IndexName,
  type IndexPlace,
  type IndexReference,
  type IssueIndex,
  indexId,
} from '../../issue/index-model.ts';
import type { Phrase } from '../../issue/model.ts';
import { collationOf } from '../../languages/collate.ts';
import { closestWord } from '../../text/closest-word.ts';
import { allOf, type DraftEntry, draftIndexes, entryKey, type MarkedArticle } from './draft-entries.ts';
import { entryPlaces } from './entry-places.ts';
import { groupEntries, sortEntries } from './sort-entries.ts';

/** The indexes that are asked for, and the language in whose order they are. */
export interface IndexWishes {
  names: readonly IndexName[];
  lang: string;
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
  const places = new Map<DraftEntry, IndexPlace[]>();
  for (const draft of drafts.values()) for (const entry of allOf(draft)) places.set(entry, entryPlaces(entry.marks));
  return wishes.names.flatMap((name): IssueIndex[] => {
    const draft = drafts.get(name) ?? new Map<string, DraftEntry>();
    if (draft.size === 0) {
      report(wishes.file, 'index-asked', {
        at: wishes.at(name),
        found: `An index of ${name === 'names' ? 'names' : 'subjects'}, and no words that are marked for it`,
        fix:
          name === 'names'
            ? 'Mark names in the manuscripts, [Jane Roe]{.index-name}, or remove it here.'
            : 'Mark words in the manuscripts, [words]{.index}, or remove it here.',
      });
      return [];
    }
    const id = indexId(name);
    const collation = collationOf(wishes.lang);
    reportAlike(draft, wishes.lang);
    const all = [...allOf(draft)];
    const ids = new Map(all.map(({ key }, i) => [key, `${id}--entry-${i + 1}`]));
    const byKey = new Map(all.map((entry) => [entry.key, entry]));
    const refer = (entry: DraftEntry, which: 'see' | 'seeAlso'): IndexReference[] => {
      const written = new Map(entry.marks.flatMap((one) => (one.mark[which] ? [[one.mark[which], one] as const] : [])));
      return [...written].flatMap(([target, { mark, file }]) => {
        const key = entryKey(target.split('!'));
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
              : `A reference to “${target}”, which the index of ${name === 'names' ? 'names' : 'subjects'} does not have`,
          ...(close
            ? { fix: `Did you mean ${close}?` }
            : { fix: 'Mark words for that entry, or refer to one that is there.' }),
        });
        return [];
      });
    };
    const finish = (entry: DraftEntry): IndexEntry => ({
      id: ids.get(entry.key) as string,
      phrase: entry.phrase,
      lang: entry.lang,
      places: places.get(entry) ?? [],
      see: refer(entry, 'see'),
      seeAlso: refer(entry, 'seeAlso'),
      entries: sortEntries(entry.entries, collation).map(finish),
    });
    const groups = groupEntries(sortEntries(draft, collation), collation);
    return [{ name, id, groups: groups.map(({ letter, entries }) => ({ letter, entries: entries.map(finish) })) }];
  });
}

function pathOf(key: string, byKey: ReadonlyMap<string, DraftEntry>): Phrase[] | undefined {
  const parts = key.split('!');
  const names = parts.map((_, i) => byKey.get(parts.slice(0, i + 1).join('!'))?.phrase);
  return names.includes(undefined) ? undefined : (names as Phrase[]);
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
