import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { offprintRoot, type Repository } from '../disk/repository.ts';
import { bundledFaces } from './packaged.ts';

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
    const found = await inPackage(repository.root, one);
    if (found) return found;
  }
  return undefined;
}

const isFont = (name: string) => /\.(ttf|otf|woff2?)$/i.test(name);

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

/** The folders that packages are looked for in, from a folder upwards. */
function modulesOf(base: string): string[] {
  return createRequire(join(base, 'package.json')).resolve.paths('any') ?? [];
}

async function inPackage(root: string, name: string): Promise<FontFile[] | undefined> {
  if (!/^(@[\w.-]+\/)?[\w.-]+$/.test(name)) return undefined;
  for (const modules of [...modulesOf(root), ...modulesOf(offprintRoot), bundledFaces]) {
    const folder = join(modules, name);
    if (!(await stat(folder).catch(() => undefined))?.isDirectory()) continue;
    const names = (await readdir(folder, { recursive: true })).map((one) => one.replaceAll('\\', '/'));
    const fonts = names.filter((one) => isFont(one) && !one.includes('node_modules/')).sort();
    return fonts
      .filter((one) => !(/\.woff$/i.test(one) && fonts.includes(`${one}2`)))
      .slice(0, maxFiles)
      .map((one) => ({ url: `package:${name}/${one}`, name: one, read: () => readFile(join(folder, one)) }));
  }
  return undefined;
}
