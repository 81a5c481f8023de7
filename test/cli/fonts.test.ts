import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder } from './folders.ts';
import { offprint } from './offprint.ts';

async function journal(style = ''): Promise<string> {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'manuscripts'));
  await writeFile(join(folder, 'manuscripts/journal.yaml'), `title: A\nlang: en\n${style}`);
  return folder;
}

const sheet = 'styles/added-scripts.css';

test('fonts add names the face of a script, its package, licence and size, and writes the rules once', async () => {
  const folder = await journal();
  const shown = await offprint(['fonts', 'add', 'zh', '--dry-run'], folder);
  assert.is(shown.code, 0, shown.stderr);
  assert.match(
    shown.stdout,
    /^Chinese: Noto Serif SC, of the package @expo-google-fonts\/noto-serif-sc; SIL Open Font License 1\.1; 115 MB\.\n/,
  );
  assert.match(shown.stdout, /would be written/);
  assert.match(shown.stdout, /npm install @expo-google-fonts\/noto-serif-sc\n$/);
  const written = await offprint(['fonts', 'add', 'zh'], folder);
  assert.is(written.code, 0, written.stderr);
  const text = await readFile(join(folder, sheet), 'utf8');
  assert.is(
    text.match(/@font-face \{ font-family: "Noto Serif SC"; font-weight: (400|600); size-adjust: 92%;/g)?.length,
    2,
  );
  assert.match(text, /^:root \{ --script-faces: "Noto Serif Hebrew", .*"Noto Serif SC"; \}$/m);
  const again = await offprint(['fonts', 'add', 'zh'], folder);
  assert.match(again.stdout, /nothing is to be done/);
  await offprint(['fonts', 'add', 'Korean'], folder);
  const both = await readFile(join(folder, sheet), 'utf8');
  assert.match(both, /"Noto Serif SC", "Noto Serif KR"; \}$/m);
  assert.is(both.match(/^:root/gm)?.length, 1);
});

test('a face is made as large as the text face of the style; a script that is there needs nothing', async () => {
  const folder = await journal('style: essay\n');
  assert.match((await offprint(['fonts', 'add', 'ja', '--dry-run'], folder)).stdout, /size-adjust: 84%/);
  assert.match(
    (await offprint(['fonts', 'add', 'fa'], folder)).stdout,
    /^Arabic: Amiri, .*\nThe style of the journal has it/,
  );
  const list = JSON.parse((await offprint(['fonts', '--json'], folder)).stdout);
  assert.ok(list.some((one: { script: string; there: boolean }) => one.script === 'Hebrew' && one.there));
});

test('a language without a face, or none, is a wrong usage', async () => {
  const folder = await journal();
  const { code, stderr } = await offprint(['fonts', 'add', 'xx'], folder);
  assert.is(code, 2);
  assert.match(stderr, /No face is known for xx\. There are: he \(Hebrew\), /);
  assert.is((await offprint(['fonts', 'add'], folder)).code, 2);
  assert.is((await offprint(['fonts', 'remove', 'zh'], folder)).code, 2);
});

test.run();
