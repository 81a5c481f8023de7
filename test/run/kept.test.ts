import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder } from '../cli/folders.ts';
import { kept } from './kept.ts';

const from = await emptyFolder();
await writeFile(join(from, 'a.md'), `Words of ${from}`);
let made = 0;
const make = async (folder: string) => {
  made++;
  await writeFile(join(folder, 'a.pdf'), await readFile(join(from, 'a.md')));
};
const folders: string[] = [];
const ask = async (how = 'all') => {
  const folder = await kept([from], how, make);
  folders.push(folder);
  return folder;
};
test.after(async () => {
  for (const folder of folders) await rm(dirname(folder), { recursive: true, force: true });
});

test('what is kept is made once, though several ask at the same moment', async () => {
  const given = await Promise.all([ask(), ask(), ask()]);
  assert.is(new Set(given).size, 1);
  assert.is(made, 1);
});

test('it is made again where it was changed, or what it was made of, or how', async () => {
  const folder = await ask();
  await writeFile(join(folder, 'a.pdf'), 'spoilt');
  assert.is(await ask(), folder);
  assert.match(await readFile(join(folder, 'a.pdf'), 'utf8'), 'Words of');
  assert.is(made, 2);
  assert.is.not(await ask('screen'), folder);
  await writeFile(join(from, 'b.md'), '');
  assert.is.not(await ask(), folder);
  assert.is(made, 4);
});

test('what fails to be made is not kept', async () => {
  const fails = (folder: string) =>
    writeFile(join(folder, 'half'), '').then(() => Promise.reject(new Error('half-way')));
  for (const _ of [1, 2])
    assert.is(await kept([from], 'fails', fails).catch((error: Error) => error.message), 'half-way');
});

test.run();
