import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openRepository, type Repository } from '../../build/disk/repository.ts';
import type { Style } from '../../build/styles/style.ts';
import { readStyle } from '../../build/styles/style.ts';
import type { Wishes } from '../../build/styles/wishes.ts';

const folders: string[] = [];

/** A journal's repository with some files in it. */
export async function journalWith(files: Record<string, string | Uint8Array>): Promise<Repository> {
  const root = await mkdtemp(join(tmpdir(), 'offprint-style-'));
  folders.push(root);
  for (const [path, data] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), data);
  }
  return openRepository(root);
}

export async function removeJournals(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
}

/** The print style that a journal's one stylesheet makes of the quarterly, with what its settings ask for. */
export async function styleWith(css: string, wishes?: Wishes, files: Record<string, Uint8Array> = {}): Promise<Style> {
  const journal = await journalWith({ 'styles/ours.css': css, 'manuscripts/journal.yaml': 'page: A5\n', ...files });
  return readStyle(journal, 'ours', 'print', wishes);
}

/** Settings of a journal, as tokens at a line of journal.yaml. */
export function wishesFor(tokens: Record<string, string>, faces: Record<string, string> = {}): Wishes {
  const at = { path: 'manuscripts/journal.yaml', line: 1, column: 7 };
  return {
    tokens: Object.entries(tokens).map(([name, value]) => ({ name, value, at })),
    faces: Object.entries(faces).map(([role, name]) => ({ role: role as Wishes['faces'][number]['role'], name, at })),
  };
}
