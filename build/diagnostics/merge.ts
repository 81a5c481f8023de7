import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { pathOf } from './show.ts';

/** Merges files of the same path, with each message once: two issues share a journal.yaml, two editions its texts. */
export function merged(files: readonly VFile[]): VFile[] {
  const byPath = new Map<string, VFile>();
  for (const file of files) {
    const path = pathOf(file, '/');
    const one = byPath.get(path) ?? new VFile({ path: file.path, cwd: file.cwd, value: file.value });
    byPath.set(path, one);
    const known = new Set(one.messages.map(keyOf));
    one.messages.push(...file.messages.filter((message) => !known.has(keyOf(message)) && known.add(keyOf(message))));
  }
  return [...byPath.values()];
}

function keyOf({ line, column, ruleId, reason }: VFileMessage): string {
  return JSON.stringify([line, column, ruleId, reason]);
}
