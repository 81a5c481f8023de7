import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { offprintRoot } from '../disk/repository.ts';

/**
 * Copies the faces that the styles name out of their packages, under the same names, with the packages’ licences: the
 * packages have dozens of other faces each. Returns the packages’ names.
 */
export async function copyFaces(folder: string): Promise<string[]> {
  const { resolve } = createRequire(join(offprintRoot, 'package.json'));
  const packages = new Set<string>();
  for (const face of await facesOf(join(offprintRoot, 'styles'))) {
    await copyAs(resolve(face), join(folder, face));
    packages.add(face.split('/').slice(0, 2).join('/'));
  }
  for (const name of packages) {
    const home = dirname(resolve(`${name}/package.json`));
    for (const file of ['package.json', ...(await readdir(home)).filter((one) => /^(licen[cs]e|ofl)/i.test(one))])
      await copyAs(join(home, file), join(folder, name, file));
  }
  return [...packages].sort();
}

async function facesOf(styles: string): Promise<string[]> {
  const faces = new Set<string>();
  for (const name of await readdir(styles, { recursive: true })) {
    if (!name.endsWith('.css')) continue;
    const text = await readFile(join(styles, name), 'utf8');
    for (const [, face = ''] of text.matchAll(/url\("(@[^"]+)"\)/g)) faces.add(face);
  }
  return [...faces].sort();
}

async function copyAs(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}
