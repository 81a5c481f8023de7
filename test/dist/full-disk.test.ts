import { execFileSync } from 'node:child_process';
import { appendFile, readdir, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, emptyFolder, journal } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';

/* An edition that the disk has no room for costs the build, and not the last good one. */

test('the disk of the editions is full: the last build stays as it was, and nothing is left beside it', async () => {
  const root = await journal();
  const out = await emptyFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', out], { stdio: 'ignore' });
  } catch {
    return; // Only where this process may make a disk.
  }
  try {
    const build = () => offprint(['build', '--only', 'epub,screen', '--no-cache', '--out', out], root);
    const first = await build();
    assert.is(first.code, 0, first.stderr);
    const before = await contents(join(out, '2026-1'));
    const [screen = ''] = Object.keys(before).filter((path) => path.endsWith('-screen.pdf'));
    const article = (await readdir(join(root, 'manuscripts/2026-1'))).find((name) => name.endsWith('.md')) ?? '';
    await appendFile(join(root, 'manuscripts/2026-1', article), '\nOne more sentence for the next build.\n');
    const length = Buffer.from(before[screen] ?? '', 'base64').length;
    const books = Object.keys(before).filter((path) => path.endsWith('.epub'));
    const booksLength = books.reduce((sum, path) => sum + Buffer.from(before[path] ?? '', 'base64').length, 0);
    // There is room for the e-book, and for half of the PDF.
    const { bavail, bsize } = await statfs(out);
    await writeFile(join(out, 'other'), new Uint8Array(bavail * bsize - booksLength - Math.floor(length / 2)));
    const { code, stderr } = await build();
    assert.is(code, 3, stderr);
    assert.match(stderr, 'The disk is full');
    assert.equal(await contents(join(out, '2026-1')), before);
    assert.equal((await readdir(out)).sort(), ['2026-1', 'other']);
  } finally {
    execFileSync('umount', [out]);
  }
});

test.run();
