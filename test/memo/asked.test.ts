import { mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openRepository, type Repository } from '../../build/disk/repository.ts';
import { answersAlike, notingRepository } from '../../build/memo/asked.ts';
import { emptyFolder } from '../cli/folders.ts';

/** A journal’s folder with files, and the means to change it. */
async function folderWith(files: Record<string, string>) {
  const root = await emptyFolder();
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) await write(path, text);
  return { root, write };
}

const files = {
  'manuscripts/2026-1/a.md': 'one',
  'manuscripts/2026-1/b.png': 'two',
  'node_modules/faces/package.json': '{"name": "faces", "version": "1.0.0"}',
  'node_modules/faces/a.ttf': 'a face',
  'node_modules/faces/OFL.txt': 'its licence',
};

/** Asks as a build does. */
async function ask(repository: Repository): Promise<void> {
  await repository.read('manuscripts/2026-1/a.md');
  for (const path of ['manuscripts/2026-1/c.md', '../outside', 'manuscripts/2026-1'])
    await repository.read(path).catch(() => {});
  await repository.list('manuscripts/2026-1');
  await repository.list('styles');
  for (const path of ['styles/quarterly/print.css', 'styles/none/print.css', 'templates/print/galley.ejs'])
    await repository.themeFile(path).catch(() => {});
  for (const name of ['faces/a.ttf', 'faces/b.ttf', 'no-package/a.ttf']) await repository.packaged(name);
  const fonts = await repository.packageFonts('faces');
  for (const path of fonts?.paths ?? []) await fonts?.read(path);
  await repository.packageFonts('others');
}

type Change = (write: (path: string, text: string) => Promise<void>, root: string) => Promise<unknown>;

/** True if the answers are as they were, after a change. */
async function isAlikeAfter(change: Change): Promise<boolean> {
  const { root, write } = await folderWith(files);
  const noting = notingRepository(await openRepository(root));
  await ask(noting);
  const asked = noting.asked();
  assert.ok(asked);
  assert.ok(await answersAlike(await openRepository(root), asked));
  await change(write, root);
  return answersAlike(await openRepository(root), asked);
}

const changes: Record<string, Change> = {
  'a manuscript has another word': (write) => write('manuscripts/2026-1/a.md', 'won'),
  'a manuscript is gone': (_, root) => rm(join(root, 'manuscripts/2026-1/a.md')),
  'a missing file is there': (write) => write('manuscripts/2026-1/c.md', ''),
  'a file that nobody asked for appears in a folder': (write) => write('manuscripts/2026-1/d.md', ''),
  'a folder appears that was none': (write) => write('styles/own/print.css', ''),
  'a style appears': (write) => write('styles/none/print.css', ''),
  'the journal has a style of its own under a name of Offprint’s': (write) => write('styles/quarterly/print.css', ''),
  'the journal has a template of its own': (write) => write('templates/print/galley.ejs', ''),
  'a face in a package is another': (write) => write('node_modules/faces/a.ttf', 'another'),
  'a face appears in a package': (write) => write('node_modules/faces/b.ttf', ''),
  'a licence of a face is another': (write) => write('node_modules/faces/OFL.txt', 'another'),
  'a package is installed': (write) => write('node_modules/no-package/a.ttf', ''),
  'a package of faces is installed': (write) => write('node_modules/others/a.otf', ''),
  'a similar name stands beside a missing file': (write) => write('manuscripts/2026-1/cc.md', ''),
  'a link leads out of the folder': async (_, root) => {
    await rm(join(root, 'manuscripts/2026-1/a.md'));
    await symlink('/etc/hostname', join(root, 'manuscripts/2026-1/a.md'));
  },
};

for (const [what, change] of Object.entries(changes))
  test(`answers differ when ${what}`, async () => {
    assert.not(await isAlikeAfter(change));
  });

const same: Record<string, Change> = {
  'a file was written again': (write) => write('manuscripts/2026-1/a.md', 'one'),
  'a file has another time': (_, root) => utimes(join(root, 'manuscripts/2026-1/a.md'), 1, 1),
  'an editor has a file open': (write) => write('manuscripts/2026-1/.a.md.swp', ''),
  'files appear that no question was about': (write) => write('dist/2026-1/a.pdf', ''),
};

for (const [what, change] of Object.entries(same))
  test(`answers are alike when ${what}`, async () => {
    assert.ok(await isAlikeAfter(change));
  });

test('a file that changes during a build spoils its notes', async () => {
  const { root, write } = await folderWith(files);
  const noting = notingRepository(await openRepository(root));
  await noting.read('manuscripts/2026-1/a.md');
  await write('manuscripts/2026-1/a.md', 'changed');
  await noting.read('manuscripts/2026-1/a.md');
  assert.is(noting.asked(), undefined);
});

test('so does a template that looks at the clock', async () => {
  for (const [text, isWhole] of [
    ['<p>Date: <%= date %></p>', true],
    ['<p><%= new Date().getFullYear() %></p>', false],
    ['<% const x = Math.random() %>', false],
    ['<%= process.env.USER %>', false],
  ] as const) {
    const { root } = await folderWith({ 'templates/print/own.ejs': text });
    const noting = notingRepository(await openRepository(root));
    await noting.themeFile('templates/print/own.ejs');
    assert.is(noting.asked() !== undefined, isWhole, text);
  }
});

test('what is noted is what is answered', async () => {
  const { root } = await folderWith(files);
  const noting = notingRepository(await openRepository(root));
  const message = (asking: Promise<unknown>): Promise<string> =>
    asking.then(
      () => 'none',
      (error: Error) => `${error.name}: ${error.message}`,
    );
  assert.equal(new TextDecoder().decode(await noting.read('manuscripts/2026-1/a.md')), 'one');
  assert.is(await message(noting.read('nowhere')), 'FileMissing: There is no file nowhere');
  assert.match(await message(noting.read('../x')), /^PathOutside/);
  assert.equal(await noting.list('manuscripts/2026-1'), ['a.md', 'b.png']);
  assert.is(await noting.packaged('none/a.ttf'), undefined);
});

test.run();
