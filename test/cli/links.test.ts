import { appendFile, mkdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, emptyFolder, journal } from './folders.ts';
import { offprint } from './offprint.ts';

/*
 * A journal’s folder may be somebody else’s, with links in it. Nothing outside is read or written through them, and that is said.
 */

const epub = ['build', '--only', 'epub'];
const bare = { PATH: '' };

/** A folder of the user’s own, which nothing may change; its words may be nowhere. */
async function outside() {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'secret.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'issue.yaml'), 'volume: 1\ncontents:\n  - articles:\n      - a.md\n');
  const before = await contents(folder);
  return { folder, isAsItWas: async () => assert.equal(await contents(folder), before) };
}

test('dist that leads elsewhere is refused, and can be named', async () => {
  const [root, { folder, isAsItWas }] = [await journal(), await outside()];
  await symlink(folder, join(root, 'dist'));
  for (const command of ['build', 'check']) {
    const { code, stderr } = await offprint([command], root);
    assert.is(code, 2);
    assert.match(stderr, `dist is a link out of the journal’s folder. If it is meant, say so: --out ${folder}\n`);
  }
  await isAsItWas();
  assert.is((await offprint([...epub, '--out', folder], root)).code, 0);
  await rm(join(root, 'dist'));
  await mkdir(join(root, 'elsewhere'));
  await symlink('elsewhere', join(root, 'dist'));
  assert.is((await offprint(epub, root)).code, 0, 'inside the journal');
});

test('links in dist: the report takes the place of one, and what one leads to is no edition', async () => {
  const [root, { folder, isAsItWas }] = [await journal(), await outside()];
  await offprint(epub, root);
  const place = join(root, 'dist/2026-1');
  await symlink(join(folder, 'issue.yaml'), join(place, 'preflight.html'));
  assert.is((await offprint(['check', '--quiet'], root, bare)).code, 0);
  assert.match(await readFile(join(place, 'preflight.html'), 'utf8'), '<html');
  await rename(place, join(root, 'moved'));
  await symlink('../moved', place);
  const { code, stderr } = await offprint(epub, root);
  assert.is(code, 2);
  assert.match(stderr, /2026-1 is a link, and a build puts a new folder in its place\. Remove it;/);
  assert.is(await readlink(place), '../moved');
  await isAsItWas();
});

test('new: neither the list of an issue nor a new file goes through a link', async () => {
  const [root, { folder, isAsItWas }] = [await journal(), await outside()];
  await rm(join(root, 'manuscripts/2026-1/issue.yaml'));
  await symlink(join(folder, 'issue.yaml'), join(root, 'manuscripts/2026-1/issue.yaml'));
  const before = await contents(root);
  const article = await offprint(['new', 'article', 'X', '--issue', '2026-1'], root);
  assert.is(article.code, 2);
  assert.match(article.stderr, /^manuscripts\/2026-1\/issue\.yaml leads out of the journal’s folder\./);
  assert.equal(await contents(root), before);
  await symlink(folder, join(root, 'manuscripts/2026-2'));
  await symlink(join(folder, 'nothing'), join(root, 'manuscripts/2026-3'));
  for (const issue of ['2026-2', '2026-3']) {
    const { code, stderr } = await offprint(['new', 'issue', issue], root);
    assert.is(code, 2);
    assert.match(stderr, 'leads out of the journal’s folder');
  }
  await isAsItWas();
});

test('styles and templates: packages may be links inside the project, and nothing may lead out of it', async () => {
  const [root, { folder, isAsItWas }] = [await journal(), await outside()];
  await mkdir(join(root, 'styles'));
  await mkdir(join(root, 'node_modules/@x/y'), { recursive: true });
  await appendFile(join(root, 'manuscripts/journal.yaml'), 'style: ours\n');
  const style = (css: string) => writeFile(join(root, 'styles/ours.css'), css);
  await symlink(join(folder, 'secret.svg'), join(root, 'node_modules/@x/y/t.svg'));
  await style('.opening { background: url("@x/y/t.svg"); }');
  const packaged = await offprint(epub, root);
  assert.is(packaged.code, 1);
  assert.match(
    packaged.stderr,
    /ours\.css:1:\d+ error node_modules\/@x\/y\/t\.svg leads out of the journal’s folder by a link/,
  );

  await symlink(folder, join(root, 'node_modules/@x/z'));
  await style('.opening { background: url("@x/z/secret.svg"); }');
  assert.match((await offprint(epub, root)).stderr, /@x\/z\/secret\.svg leads out/);

  // As npm makes them for workspaces, and pnpm for all.
  await mkdir(join(root, 'packages/w'), { recursive: true });
  await writeFile(join(root, 'packages/w/t.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await symlink('../../packages/w', join(root, 'node_modules/@x/w'));
  await style('.opening { background: url("@x/w/t.svg"); }');
  assert.is((await offprint(epub, root)).code, 0);

  await symlink(join(folder, 'secret.svg'), join(root, 'styles/other.css'));
  await style('@import "other.css";');
  assert.match((await offprint(['check'], root)).stderr, /ours\.css:1:1 error styles\/other\.css leads out/);
  await style('');
  await mkdir(join(root, 'templates'));
  await symlink(join(folder, 'secret.svg'), join(root, 'templates/terms.yaml'));
  const template = await offprint(['check'], root);
  assert.is(template.code, 1);
  assert.match(
    template.stderr,
    /templates\/terms\.yaml:1:1 error templates\/terms\.yaml leads out of the journal’s folder/,
  );
  await isAsItWas();
});

test('what was found is told though the report cannot be written', async () => {
  const root = await journal();
  await offprint(epub, root);
  await mkdir(join(root, 'dist/2026-1/preflight.html/x'), { recursive: true });
  await appendFile(join(root, 'manuscripts/2026-1/second.md'), '\nSee [there](#nowhere).\n');
  const { code, stderr } = await offprint(['check', '--editions'], root, bare);
  assert.is(code, 2);
  assert.match(stderr, 'Nothing has the id #nowhere');
  assert.match(stderr, /preflight\.html[^\n]* is a folder, where a file or an empty folder should be/);
});

test('older editions are told in a line, and looked into when they are asked for', async () => {
  const root = await journal();
  await offprint(epub, root);
  await appendFile(join(root, 'manuscripts/2026-1/second.md'), '\nMore words.\n');
  const quick = await offprint(['check', '--strict'], root, bare);
  assert.is(quick.code, 0);
  assert.match(
    quick.stderr,
    /notes-2026-1\.epub is of another state of the manuscripts: since then manuscripts\/2026-1\/second\.md changed \[edition-current\]/,
  );
  assert.not.match(quick.stderr, 'Checking');
  const asked = await offprint(['check', '--strict', '--editions'], root, bare);
  assert.is(asked.code, 1);
  assert.match(asked.stderr, 'Checking notes-2026-1.epub');
  const without = await offprint(['check', '--manuscripts'], root, bare);
  assert.is(without.stderr, '2026-1\n  Reading manuscripts\n  Setting in type\n');
  assert.is((await offprint(['check', '--manuscripts', '--editions'], root)).code, 2);
});

test.run();
