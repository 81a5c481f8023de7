import { readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import { offprintRoot } from '../disk/repository.ts';

/**
 * Removes the source maps of files that have nothing but patterns for hyphenation, letters of formulas or rules for
 * reading them aloud: these are data, of which no error has a trace, and their maps are larger than they.
 */
export async function dropMapsOfData({ outputs }: Metafile): Promise<void> {
  for (const [path, { inputs }] of Object.entries(outputs)) {
    const names = Object.keys(inputs);
    if (!path.endsWith('.mjs') || !names.some((name) => data.test(name))) continue;
    const file = resolve(offprintRoot, path);
    await rm(`${file}.map`, { force: true });
    const code = await readFile(file, 'utf8');
    await writeFile(file, code.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'));
  }
}

const data =
  /node_modules\/(?:hyphen\/patterns|@mathjax\/mathjax-stix2-font\/mjs\/svg\/dynamic|speech-rule-engine\/lib\/mathmaps)\//;
