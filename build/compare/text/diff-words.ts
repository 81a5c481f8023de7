import { diffArrays } from 'diff';
import type { Token } from '../model.ts';
import { foldTypography, foldWord } from './fold-typography.ts';

/** Tokens of a text in place of which another has others; behind `from - 1` where there are none. */
export interface WordHunk {
  kind: 'words' | 'typography' | 'looks' | 'link';
  before: readonly [from: number, to: number];
  after: readonly [from: number, to: number];
}

/** The differences between two texts, and which tokens are the same. */
export interface WordsDiff {
  hunks: WordHunk[];
  /** For each token of the first text its index in the second; -1 if it is not there. */
  same: Int32Array;
}

/** More edits than that are not looked for in one text: what is left is reported as one change. */
const mostEdits = 4000;

/** Compares two texts word by word. `isSameLink` says if two links lead to the same. */
export function diffWords(
  before: readonly Token[],
  after: readonly Token[],
  isSameLink: (one: string | undefined, other: string | undefined) => boolean = (one, other) => one === other,
): WordsDiff {
  const [a, b] = [before, after].map((tokens) => tokens.map(({ text, made }) => foldWord(made ?? text))) as [
    string[],
    string[],
  ];
  const same = new Int32Array(before.length).fill(-1);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) same[head] = head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  for (let left = 1; left <= tail; left++) same[a.length - left] = b.length - left;
  const middle = diffArrays(a.slice(head, a.length - tail), b.slice(head, b.length - tail), {
    maxEditLength: mostEdits,
  });
  let [i, j] = [head, head];
  for (const { value, added, removed } of middle ?? []) {
    if (added) j += value.length;
    else if (removed) i += value.length;
    else for (let left = value.length; left > 0; left--) same[i++] = j++;
  }
  const hunks = joined(hunksBetween(same, b.length), before);
  for (const { before: span } of hunks) same.fill(-1, span[0], span[1]);
  const words = hunks.map((hunk): WordHunk => {
    const [one, other] = [spaced(before, hunk.before), spaced(after, hunk.after)];
    const isOnlySet = one !== '' && other !== '' && foldTypography(one) === foldTypography(other);
    return isOnlySet ? { ...hunk, kind: 'typography' } : hunk;
  });
  return { hunks: [...words, ...settingHunks(before, after, same, isSameLink)].sort(byPlace), same };
}

const byPlace = (one: WordHunk, other: WordHunk): number =>
  one.before[0] - other.before[0] || one.after[0] - other.after[0];

/** The stretches between tokens that are the same. */
function hunksBetween(same: Int32Array, length: number): WordHunk[] {
  const hunks: WordHunk[] = [];
  let [i, j] = [0, 0];
  for (let at = 0; at <= same.length; at++) {
    const there = at < same.length ? (same[at] as number) : length;
    if (there < 0) continue;
    if (at > i || there > j) hunks.push({ kind: 'words', before: [i, at], after: [j, there] });
    [i, j] = [at + 1, there + 1];
  }
  return hunks;
}

/** Joins changes that only a word or two part, if these are shorter than what changed: a phrase was written again. */
function joined(hunks: readonly WordHunk[], before: readonly Token[]): WordHunk[] {
  const found: WordHunk[] = [];
  for (const hunk of hunks) {
    const last = found.at(-1);
    const between = last ? before.slice(last.before[1], hunk.before[0]) : [];
    const letters = between.reduce((sum, { text }) => sum + text.length, 0);
    const isBoth = last && size(last) >= 2 && size(hunk) >= 2;
    if (last && isBoth && between.length <= 2 && letters <= 6)
      found[found.length - 1] = {
        kind: 'words',
        before: [last.before[0], hunk.before[1]],
        after: [last.after[0], hunk.after[1]],
      };
    else found.push(hunk);
  }
  return found;
}

const size = ({ before, after }: WordHunk): number => before[1] - before[0] + after[1] - after[0];

/** Where the words are the same, and are set otherwise: signs, spaces, emphasis, links. */
function settingHunks(
  before: readonly Token[],
  after: readonly Token[],
  same: Int32Array,
  isSameLink: (one: string | undefined, other: string | undefined) => boolean,
): WordHunk[] {
  const hunks: WordHunk[] = [];
  for (const [at, there] of same.entries()) {
    if (there < 0) continue;
    const [one, other] = [before[at] as Token, after[there] as Token];
    const isBehindSame = at > 0 && there > 0 && same[at - 1] === there - 1;
    const kind: WordHunk['kind'] | undefined =
      (one.made ?? one.text) !== (other.made ?? other.text) || (isBehindSame && one.space !== other.space)
        ? 'typography'
        : one.looks !== other.looks
          ? 'looks'
          : isSameLink(one.link, other.link)
            ? undefined
            : 'link';
    if (!kind) continue;
    const last = hunks.at(-1);
    if (last?.kind === kind && last.before[1] === at && last.after[1] === there && kind !== 'typography')
      hunks[hunks.length - 1] = { kind, before: [last.before[0], at + 1], after: [last.after[0], there + 1] };
    else hunks.push({ kind, before: [at, at + 1], after: [there, there + 1] });
  }
  return hunks;
}

/** Some tokens as a text, with a single space where there is any. */
export function spaced(tokens: readonly Token[], [from, to]: readonly [number, number]): string {
  return tokens
    .slice(from, to)
    .map(({ text, space }, i) => (i > 0 && space !== '' ? (space === '\n' ? ' ' : space) : '') + text)
    .join('');
}
