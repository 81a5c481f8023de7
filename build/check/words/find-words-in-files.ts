import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { fold, lettersIn } from '../../words/normalized-text.ts';

/**
 * Finds words whose exact place no tree has, such as names and keywords: the first of the texts that is in one of the
 * files, preferably as a whole line.
 */
export function findWordsInFiles(
  files: readonly VFile[],
  texts: readonly string[],
): { file: VFile; at: Position } | undefined {
  for (const text of texts) {
    const letters = lettersIn(fold(text));
    if (letters === '') continue;
    for (const search of [wholeLine, anywhere])
      for (const file of files) {
        const line = search(String(file.value ?? '').split('\n'), letters);
        const point = { line: line + 1, column: 1 };
        if (line >= 0) return { file, at: { start: point, end: point } };
      }
  }
  return undefined;
}

/** After a list marker and a key. */
const wholeLine = (lines: readonly string[], letters: string) =>
  lines.findIndex((line) => lettersIn(fold(line.replace(/^\s*(- )?\s*([\w-]+:\s)?/, ''))) === letters);

/** Texts may continue on the next line. */
function anywhere(lines: readonly string[], letters: string): number {
  let all = '';
  const begins = lines.map((line) => {
    const from = all.length;
    all += lettersIn(fold(line));
    return from;
  });
  const found = all.indexOf(letters);
  return found < 0 ? -1 : begins.findLastIndex((from) => from <= found);
}
