import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openRepository } from '../../../build/disk/repository.ts';
import { readIssue } from '../../../build/manuscript/read.ts';
import { readPressSettings } from '../../../build/pdf/press/press-settings.ts';
import { profileHead } from '../../../build/pdf/press/profile.ts';
import { pressProfile, screenProfile } from '../../../build/pdf/profiles.ts';
import { emptyFolder } from '../../cli/folders.ts';

const test = suite('pdf/press/press-settings');

async function settings(journal: string, issue: string) {
  const root = await emptyFolder();
  const folder = join(root, 'manuscripts', '2026-1');
  await mkdir(folder, { recursive: true });
  await copyFile(new URL('../../../build/pdf/profiles/FOGRA39L_coated.icc', import.meta.url), join(root, 'ours.icc'));
  await writeFile(join(root, 'cut.icc'), (await pressProfile()).subarray(0, 400));
  const facts = 'title: J\nshort: J\nlang: en\npublisher: { name: P }\neditors: [{ name: E }]\n';
  await writeFile(join(root, 'manuscripts', 'journal.yaml'), `${facts}print: ${journal}\n`);
  await writeFile(join(folder, 'a.md'), '---\ntitle: A\nauthors: [{ name: A }]\n---\n\nText.\n');
  const contents = 'volume: 1\nnumber: 1\ndate: 2026\ncontents: [{ articles: [a.md] }]\n';
  await writeFile(join(folder, 'issue.yaml'), `${contents}print: ${issue}\n`);
  const repository = await openRepository(root);
  const source = await readIssue(repository, '2026-1');
  const read = await readPressSettings(repository, source);
  return {
    read,
    said: source.files.flatMap((file) => file.messages.map((message) => `${file.basename}: ${message.reason}`)),
  };
}

test('without a word, coated paper by FOGRA39, 300 % of ink, the cover inside', async () => {
  const { read, said } = await settings('{}', '{}');
  assert.equal(said, []);
  const { profile, ...rest } = read ?? {};
  assert.ok(Buffer.from(profile ?? []).equals(await pressProfile()));
  assert.equal(rest, {
    condition: { name: 'FOGRA39', registered: true, info: 'Coated FOGRA39 (ISO 12647-2:2004)' },
    inkLimit: 3,
    black: 'overprint',
    cover: 'inside',
    spine: 'auto',
    paper: undefined,
    imposition: 'none',
  });
});

test('what the issue says goes before what the journal says, key by key', async () => {
  const { read } = await settings('{ cover: separate, paper: 0.12, ink-limit: 260 }', '{ cover: inside, spine: 4 }');
  assert.equal([read?.cover, read?.paper, read?.spine, read?.inkLimit], ['inside', 0.12, 4, 2.6]);
});

test('a profile of the journal’s own, with a name in the registry or without', async () => {
  const named = await settings('{ profile: ours.icc, condition: FOGRA52 }', '{}');
  assert.equal(named.read?.condition, { name: 'FOGRA52', registered: true, info: 'FOGRA39L Coated' });
  const { read } = await settings('{ profile: ours.icc }', '{}');
  assert.equal(read?.condition, { name: 'Custom', registered: false, info: 'FOGRA39L Coated' });
});

test('a profile that is cut off is told where it is named', async () => {
  const { read, said } = await settings('{}', '{ profile: cut.icc }');
  assert.is(read, undefined);
  assert.match(said.join(), /^issue\.yaml: cut\.icc.* is damaged/);
});

test('the head of a profile tells its colours, its kind and its name', async () => {
  assert.equal(profileHead(await pressProfile()), { space: 'CMYK', kind: 'prtr', description: 'FOGRA39L Coated' });
  assert.is(profileHead(await screenProfile())?.space, 'RGB');
  assert.is(profileHead(new TextEncoder().encode('no profile '.repeat(50))), undefined);
});

test.run();
