import type { TextLine } from './text-lines.ts';

/** A line whose words changed; `isEdited` if it has a new word, false if the same words only broke differently. */
export interface ChangedLine {
  line: TextLine;
  isEdited: boolean;
}

/**
 * The lines of a page whose words changed: those that stood nowhere before, on this page or on its neighbours. A line
 * that only moved is none of them, nor is one where only a folio changed.
 */
export function changedLines(before: readonly TextLine[], after: readonly TextLine[]): ChangedLine[] {
  const left = new Map<string, TextLine[]>();
  for (const line of before) left.set(line.text, [...(left.get(line.text) ?? []), line]);
  const changed = after.filter(({ text }) => !left.get(text)?.pop() && !/^\d+$/.test(text));
  const gone = new Set([...left.values()].flat());
  const old = wordsOf(before.filter((line) => gone.has(line)));
  const now = wordsOf(changed);
  const kept = keptWords(
    old.map(({ word }) => word),
    now.map(({ word }) => word),
  );
  const edited = new Set(now.flatMap(({ line }, i) => (kept.has(i) ? [] : [line])));
  // Where words only went, the first line that closed up shows it.
  if (edited.size === 0 && changed[0]) edited.add(changed[0]);
  return changed.map((line) => ({ line, isEdited: edited.has(line) }));
}

/** The words of lines, those that are divided at the end of a line as one, each with the line it begins in. */
function wordsOf(lines: readonly TextLine[]): { word: string; line: TextLine }[] {
  const words: { word: string; line: TextLine }[] = [];
  let isDivided = false;
  for (const line of lines) {
    for (const [i, word] of line.text.split(' ').entries()) {
      const last = words.at(-1);
      if (i === 0 && isDivided && last) last.word += word;
      else words.push({ word, line });
    }
    isDivided = /\p{L}[-\u00AD\u2010]$/u.test(line.text);
    const last = words.at(-1);
    if (isDivided && last) last.word = last.word.slice(0, -1);
  }
  return words;
}

/** The indices of the words that stay, in order, from one text to another: a longest common subsequence. */
function keptWords(old: readonly string[], now: readonly string[]): Set<number> {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const at = i * width + j;
      lengths[at] =
        old[i] === now[j]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  const kept = new Set<number>();
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const at = i * width + j;
    if (old[i] === now[j]) {
      kept.add(j);
      i++;
      j++;
    } else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) i++;
    else j++;
  }
  return kept;
}
