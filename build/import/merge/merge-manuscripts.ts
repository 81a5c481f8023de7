import { openQuestion } from '../imported.ts';
import { likest } from './likest.ts';
import { withLabelsOf } from './match-notes.ts';
import { mergeLists } from './merge-lists.ts';
import { joinManuscript, type ManuscriptParts, splitManuscript } from './split-manuscript.ts';

/** A place that author and editor both changed, each in another way. */
export interface MergeConflict {
  /** What it is: `title:`, `note 3`, or the first words. */
  what: string;
  ours: string;
  theirs: string;
}

/** A manuscript with the changes of its editors and of a later file. */
export interface MergedManuscript {
  text: string;
  /** The later import with the labels of notes that the manuscript has, for the next merge. */
  base: string;
  conflicts: MergeConflict[];
  /** How many blocks, notes and facts came from the later file. */
  taken: number;
  /** How many were kept as the editors have them. */
  kept: number;
}

/**
 * Merges what editors changed in an imported manuscript with what a later import has otherwise than the earlier: block
 * by block, within a block word by word. Where both changed the same words, both stand in the manuscript, each below a
 * comment that `build` refuses. `bare` is the later import without comments, where it has some.
 */
export function mergeManuscripts(earlier: string, ours: string, later: string, bare = later): MergedManuscript {
  const base = splitManuscript(earlier);
  const mine = splitManuscript(ours);
  const used = new Set(mine.notes.map(([label]) => label));
  const labelled = (text: string): ManuscriptParts => withLabelsOf(base, splitManuscript(text), used);
  const theirs = labelled(later);
  const conflicts: MergeConflict[] = [];
  const counts = { taken: 0, kept: 0 };
  const head: string[] = [];
  const front = mergeKeyed(
    base.front,
    mine.front,
    theirs.front,
    (key, own, other) => {
      conflicts.push({ what: `${key}:`, ours: own.trim(), theirs: other.trim() });
      head.push(
        openQuestion('import-conflict', `${key}: is changed here and in the author’s file, which has: ${other.trim()}`)
          .value,
      );
      return own;
    },
    counts,
  );
  const blocks = mergeBlocks(base.blocks, mine.blocks, theirs.blocks, conflicts, counts);
  const notes = mergeKeyed(
    base.notes,
    mine.notes,
    theirs.notes,
    (label, own, other, before) => {
      const merged = mergeWords(before, own, other);
      if (merged !== undefined) return merged;
      conflicts.push({ what: `note ${label}`, ours: own, theirs: other });
      const words = other.replace(/^\[\^[^\]\s]+\]:\s*/, '');
      const comment = openQuestion('import-conflict', 'changed here and in the author’s file, which has:').value;
      return own
        ? `${own} ${comment} ${words}`
        : `${other} ${openQuestion('import-conflict', 'removed here, changed in the author’s file').value}`;
    },
    counts,
  );
  return {
    text: joinManuscript({ front, blocks: [...head, ...blocks], notes }),
    base: joinManuscript(bare === later ? theirs : labelled(bare)),
    conflicts,
    ...counts,
  };
}

interface Counts {
  taken: number;
  kept: number;
}

type Keyed = [key: string, text: string][];

/** Merges lists of texts with keys; the order is that of the later list, and own keys keep their place. */
function mergeKeyed(
  base: Keyed,
  ours: Keyed,
  theirs: Keyed,
  resolve: (key: string, ours: string, theirs: string, base: string) => string,
  counts: Counts,
): Keyed {
  const [before, mine, other] = [base, ours, theirs].map((list) => new Map(list)) as [
    Map<string, string>,
    Map<string, string>,
    Map<string, string>,
  ];
  const merged: Keyed = [];
  const order = ours.map(([key]) => key);
  for (const [at, [key]] of theirs.entries()) {
    if (mine.has(key)) continue;
    // A new key stands behind the one that it is behind in the author's list.
    const previous = theirs.slice(0, at).findLast(([one]) => order.includes(one))?.[0];
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, key);
  }
  for (const key of order) {
    const [was, own, later] = [before.get(key) ?? '', mine.get(key) ?? '', other.get(key) ?? ''];
    let text = own;
    if (own === later || later === was) {
      if (own !== was && own !== later) counts.kept++;
    } else if (own === was) {
      text = later;
      counts.taken++;
    } else text = resolve(key, own, later, was);
    if (text) merged.push([key, text]);
  }
  return merged;
}

/** Merges blocks; where both sides changed some, block by block, and within a block by its words. */
function mergeBlocks(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  conflicts: MergeConflict[],
  counts: Counts,
): string[] {
  const merged: string[] = [];
  for (const part of mergeLists(base, ours, theirs)) {
    if (part.kind === 'ours') counts.kept += Math.max(1, part.items.length);
    if (part.kind === 'theirs') counts.taken += Math.max(1, part.items.length);
    if (part.kind !== 'conflict') {
      merged.push(...part.items);
      continue;
    }
    for (const group of alignBlocks(part.base, part.ours, part.theirs)) {
      const [was, own, later] = [group.base, group.ours, group.theirs].map((list) => list.join('\n\n')) as [
        string,
        string,
        string,
      ];
      if (own === later || later === was) {
        merged.push(...group.ours);
        if (own !== later) counts.kept++;
        continue;
      }
      if (own === was) {
        merged.push(...group.theirs);
        counts.taken++;
        continue;
      }
      const words = mergeWords(was, own, later);
      if (words !== undefined) {
        merged.push(...words.split('\n\n').filter(Boolean));
        counts.taken++;
        counts.kept++;
        continue;
      }
      conflicts.push({ what: (own || later).slice(0, 60), ours: own, theirs: later });
      merged.push(
        openQuestion(
          'import-conflict',
          own
            ? 'changed here and in the author’s file. Here it is:'
            : 'removed here, and changed in the author’s file.',
        ).value,
        ...group.ours,
        openQuestion('import-conflict', later ? 'In the author’s file it is:' : 'In the author’s file it is removed.')
          .value,
        ...group.theirs,
        ...(later ? [openQuestion('import-conflict', 'Keep one of the two, and remove these comments.').value] : []),
      );
    }
  }
  return merged;
}

interface Group {
  base: string[];
  ours: string[];
  theirs: string[];
}

/** Parts a conflict of several blocks into groups, at the blocks that are alike on both sides. */
function alignBlocks(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Group[] {
  const [inOurs, inTheirs] = [likest(base, ours), likest(base, theirs)];
  const groups: Group[] = [];
  let [b, o, t] = [0, 0, 0];
  for (let at = 0; at < base.length; at++) {
    const [atOurs, atTheirs] = [inOurs.get(at), inTheirs.get(at)];
    if (atOurs === undefined || atTheirs === undefined) continue;
    groups.push({ base: base.slice(b, at), ours: ours.slice(o, atOurs), theirs: theirs.slice(t, atTheirs) });
    groups.push({ base: [base[at] as string], ours: [ours[atOurs] as string], theirs: [theirs[atTheirs] as string] });
    [b, o, t] = [at + 1, atOurs + 1, atTheirs + 1];
  }
  groups.push({ base: base.slice(b), ours: ours.slice(o), theirs: theirs.slice(t) });
  // Additions of one side do not conflict with those of the other.
  return groups
    .flatMap((group) =>
      group.base.length === 0 && group.ours.length > 0 && group.theirs.length > 0
        ? [
            { base: [], ours: group.ours, theirs: [] },
            { base: [], ours: [], theirs: group.theirs },
          ]
        : [group],
    )
    .filter((group) => group.base.length + group.ours.length + group.theirs.length > 0);
}

/** Merges texts word by word; undefined where both changed the same words, or words side by side. */
function mergeWords(base: string, ours: string, theirs: string): string | undefined {
  if (!base || !ours || !theirs) return undefined;
  const words = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];
  const parts = mergeLists(words(base), words(ours), words(theirs));
  if (parts.some(({ kind }) => kind === 'conflict')) return undefined;
  // Words beside each other are one place: “go out” is not to become “burn dark” of “burn out” and “go dark”.
  let last: string | undefined;
  for (const part of parts) {
    const isSame = part.kind === 'same';
    if (isSame && part.items.some((item) => item.trim() !== '')) last = undefined;
    if (isSame) continue;
    if (last !== undefined && last !== part.kind) return undefined;
    last = part.kind;
  }
  return parts.flatMap((part) => (part.kind === 'conflict' ? [] : part.items)).join('');
}
