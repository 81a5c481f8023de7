import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { readBib } from '../../build/references/bib/read-bib.ts';
import { readCslJson } from '../../build/references/csl-json/read-csl-json.ts';
import type { Reference } from '../../build/references/item.ts';
import { readRis } from '../../build/references/ris/read-ris.ts';
import { saidOf } from './said-of.ts';

const test = suite('references/fixtures');

/*
 * Every folder in fixtures/ has a bibliography, what is read of it (expected.json: a line for each field, with the line
 * of the entry), and what is said of it (expected.txt). Every file in broken/ has mistakes, and beside it what is said,
 * with the keys that are read in spite of them.
 */
const fixtures = join(import.meta.dirname, 'fixtures');
const broken = join(import.meta.dirname, 'broken');

for (const name of await readdir(fixtures))
  test(name, async () => {
    const folder = join(fixtures, name);
    const input = (await readdir(folder)).find((file) => file.startsWith('input.')) as string;
    const { file, references } = await read(join(folder, input));
    const items = references.map(({ item, at, aliases }) => ({
      ...item,
      'read at': `${at.start.line}:${at.start.column}`,
      ...(aliases ? { aliases } : {}),
    }));
    await compare(join(folder, 'expected.json'), `${items.map(lined).join('\n')}\n`);
    await compare(join(folder, 'expected.txt'), saidOf(file));
  });

for (const name of (await readdir(broken)).filter((name) => !name.endsWith('.txt')))
  test(`a mistake costs its entry: ${name}`, async () => {
    const { file, references } = await read(join(broken, name));
    const keys = references.map(({ key }) => key).join(' ');
    await compare(join(broken, name.replace(/\.\w+$/, '.txt')), `${saidOf(file)}read: ${keys}\n`);
  });

async function read(path: string): Promise<{ file: VFile; references: Reference[] }> {
  const file = new VFile({ path: path.slice(path.lastIndexOf('/') + 1), value: await readFile(path, 'utf8') });
  const reader = path.endsWith('.bib') ? readBib : path.endsWith('.ris') ? readRis : readCslJson;
  return { file, references: reader(file) };
}

/** An item with a line for each field. */
function lined(item: object): string {
  const fields = Object.entries(item).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${fields.join(',\n')}\n}`;
}

async function compare(path: string, text: string): Promise<void> {
  if (process.env.UPDATE) await writeFile(path, text);
  else assert.fixture(text, await readFile(path, 'utf8'));
}

test.run();
