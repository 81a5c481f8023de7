import { createHash } from 'node:crypto';
import { asciiName } from '../languages/ascii-name.ts';

/**
 * The names of an issue’s articles by the paths of their manuscripts, which are relative to the folder: each is
 * the file’s name in ASCII. Where several would have the same name, the file that is called so keeps it; the others get
 * some figures behind it that are made of their paths. So no name depends on the order of the articles.
 */
export function articleNames(paths: readonly string[], lang: string): Map<string, string> {
  const stems = new Map(paths.map((path) => [path, stemOf(path, lang)]));
  const counts = new Map<string, number>();
  for (const stem of stems.values()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const taken = new Set(stems.values());
  const names = new Map<string, string>();
  // Sorted, so that the order of the articles does not matter.
  for (const [path, stem] of [...stems].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let name = stem;
    const isShared = (counts.get(stem) ?? 0) > 1 && path !== `${stem}.md`;
    for (let length = 6; isShared && taken.has(name); length++) name = `${stem}-${digestOf(path).slice(0, length)}`;
    taken.add(name);
    names.set(path, name);
  }
  return names;
}

/** The greatest length of a name: it becomes part of file names, and file systems allow 255 bytes. */
const maxLength = 100;

function stemOf(path: string, lang: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const stem = asciiName(file, lang) || 'article';
  return stem.length > maxLength
    ? `${stem.slice(0, maxLength).replace(/-[^-]*$/, '')}-${digestOf(path).slice(0, 6)}`
    : stem;
}

function digestOf(path: string): string {
  return createHash('sha256').update(path.normalize()).digest('hex');
}
