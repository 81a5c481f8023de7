import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { offprintRoot } from '../disk/repository.ts';

const line = '-'.repeat(80);

/**
 * The licences, as one text, of the packages with code in a bundle, and of others with files beside it. Throws for a
 * package without a licence.
 */
export async function licencesOf(bundle: Metafile, others: readonly string[]): Promise<string> {
  const inside = Object.values(bundle.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? folderOf(path) : [])),
  );
  const folders = new Set([...inside, ...others.map((name) => `node_modules/${name}`)]);
  const texts = [];
  for (const folder of [...folders].sort()) texts.push(await licenceOf(join(offprintRoot, folder)));
  return ['What others wrote, and is in this folder, with its licences.', ...texts].join(`\n\n${line}\n`);
}

/** The folder of the package that a module belongs to, in a list; empty for our own modules. */
function folderOf(path: string): string[] {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.slice(0, 1) ?? [];
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const all = (await readdir(folder)).sort();
  const files = all.filter((file) => /^(licen[cs]e|ofl|copying|notice)/i.test(file));
  // Some packages have the licence in their readme.
  const texts = await Promise.all(
    (files.length > 0 ? files : all.filter((file) => /^readme/i.test(file))).map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      return files.length > 0 ? text.trim() : /^#*[^\n]*licen[cs]e[^\n]*\n.*/ims.exec(text)?.[0].trim();
    }),
  );
  const found = texts.filter((text) => text !== undefined);
  if (!license && found.length === 0) throw new Error(`${name} names no licence`);
  return [`${name} ${version}: ${license ?? 'see below'}`, ...found].join('\n\n');
}
