import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ComparedEdition, JournalText } from './edition.ts';
import { formerContents } from './git-revision.ts';

/** True for files of manuscripts and settings, which have lines. */
const isText = (path: string): boolean => /\.(md|ya?ml|bib|ris|json)$/.test(path);

/**
 * The texts that a built edition was made of, where they are at hand: as they lie in the journal’s folder, or as Git
 * has them from before.
 */
export async function sourcesOfBuilt(edition: ComparedEdition, root: string): Promise<JournalText[]> {
  const texts: JournalText[] = [];
  for (const { path, sha256 } of edition.manifest?.sources ?? []) {
    if (!isText(path)) continue;
    const isIt = (data: Buffer) => createHash('sha256').update(data).digest('hex') === sha256;
    const here = await readFile(join(root, path)).catch(() => undefined);
    const found = here && isIt(here) ? here : (await formerContents(root, path)).find(isIt);
    if (found) texts.push({ path, text: found.toString('utf8') });
  }
  return texts;
}

/** The texts of an issue as they lie in a journal’s folder. */
export async function sourcesHere(root: string, paths: readonly string[]): Promise<JournalText[]> {
  const texts: JournalText[] = [];
  for (const path of paths.filter(isText)) {
    const text = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (text !== undefined) texts.push({ path, text });
  }
  return texts;
}
