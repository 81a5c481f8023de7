import { isFont } from '../disk/packaged.ts';
import type { Repository } from '../disk/repository.ts';

/** A font file to which a key of journal.yaml leads. */
export interface FontFile {
  /** As a stylesheet names it. */
  url: string;
  /** Its path in the package or folder. */
  name: string;
  read(): Promise<Uint8Array>;
}

/** More files than any family has, and fewer than take minutes to read. */
const maxFiles = 400;

/**
 * The fonts of an npm package, the journal’s or Offprint’s own, or of a folder in styles/, by path. Undefined where
 * there is neither.
 */
export async function findFonts(repository: Repository, name: string): Promise<FontFile[] | undefined> {
  const clean = name.replace(/\/+$/, '');
  if (!/^[@\w.-][\w./-]*$/.test(clean) || clean.split('/').includes('..')) return undefined;
  if (!clean.startsWith('@')) {
    const folder = `styles/${clean.replace(/^(\.\/)?(styles\/)?/, '')}`;
    const inFolder = await inStyles(repository, folder, '');
    if (inFolder.length > 0) return inFolder;
  }
  const tried = clean.includes('/') ? [clean] : [clean, `@expo-google-fonts/${clean}`, `@fontsource/${clean}`];
  for (const one of tried) {
    const found = await inPackage(repository, one);
    if (found) return found;
  }
  return undefined;
}

async function inStyles(repository: Repository, folder: string, under: string): Promise<FontFile[]> {
  const found: FontFile[] = [];
  for (const name of await repository.list(`${folder}/${under}`.replace(/\/$/, ''))) {
    const path = `${under}${name}`;
    if (name.endsWith('/')) {
      if (under.split('/').length < 5) found.push(...(await inStyles(repository, folder, path)));
    } else if (isFont(name))
      found.push({ url: `../${folder}/${path}`, name: path, read: () => repository.read(`${folder}/${path}`) });
  }
  return found.slice(0, maxFiles);
}

async function inPackage(repository: Repository, name: string): Promise<FontFile[] | undefined> {
  const fonts = await repository.packageFonts(name);
  return fonts?.paths
    .filter((one) => !(/\.woff$/i.test(one) && fonts.paths.includes(`${one}2`)))
    .slice(0, maxFiles)
    .map((one) => ({ url: `package:${name}/${one}`, name: one, read: () => fonts.read(one) }));
}
