import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { offprint } from '../cli/offprint.ts';

/*
 * The article with every construct, built as JATS with its pages (expected.xml; `UPDATE=1` writes it again, to be read).
 */

const test = suite('jats/built');
const root = await mkdtemp(join(tmpdir(), 'offprint-jats-'));
test.after(() => rm(root, { recursive: true, force: true }));
await cp(fileURLToPath(new URL('../manuscript/every-construct', import.meta.url)), root, { recursive: true });
const settings = join(root, 'manuscripts/journal.yaml');
await writeFile(settings, `${await readFile(settings, 'utf8')}issn: { online: 2049-3630 }\nlicense: CC-BY-4.0\n`);
const expected = new URL('expected.xml', import.meta.url);
const folder = (out: string) => join(root, out, '1');

test('--only jats makes it with its graphics and the page record, and says what archives miss', async () => {
  const { code, stderr } = await offprint(['build', '--only', 'jats', '--out', 'one'], root);
  assert.is(code, 0, stderr);
  const files = (await readdir(folder('one'), { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort();
  assert.equal(files, ['jats/article--arch-svg.png', 'jats/article.xml', 'manifest.json', 'pages.json']);
  const xml = await readFile(join(folder('one'), 'jats/article.xml'), 'utf8');
  if (process.env.UPDATE) await writeFile(expected, xml);
  assert.fixture(xml, await readFile(expected, 'utf8'));
  assert.match(xml, '<fpage>4</fpage>\n<lpage>6</lpage>');
  assert.match(stderr, /article\.md info The article has no DOI for its JATS/);
  assert.match(stderr, /article\.md:18:18 info A line that ends before its measure/);
  assert.not.match(stderr, /warning|error/);
  const png = await readFile(join(folder('one'), 'jats/article--arch-svg.png'));
  assert.is(png.subarray(1, 4).toString(), 'PNG');
});

test('the finished files are valid by the DTD, and stay as they are', async () => {
  const { code, stdout, stderr } = await offprint(['check', '--editions', '--out', 'one'], root);
  assert.is(code, 0, `${stdout}${stderr}`);
  const report = await readFile(join(folder('one'), 'preflight.html'), 'utf8');
  assert.match(report, 'JATS 1.3');
  const path = join(folder('one'), 'jats/article.xml');
  const xml = await readFile(path, 'utf8');
  await writeFile(path, xml.replace('rid="article--note-2"', 'rid="article--note-9"'));
  const changed = await offprint(['check', '--editions', '--out', 'one'], root);
  assert.is(changed.code, 1);
  assert.match(`${changed.stdout}${changed.stderr}`, /article\.xml:\d+:\d+ error Nothing has the id article--note-9/);
  await writeFile(path, xml);
});

test('a usual build leaves it out, and also: brings the same bytes', async () => {
  await offprint(['build', '--only', 'epub', '--out', 'two'], root);
  const without = await readdir(folder('two'));
  assert.not.ok(without.includes('jats'));
  await writeFile(settings, `${await readFile(settings, 'utf8')}also: [jats]\n`);
  const { code, stderr } = await offprint(['build', '--out', 'two', '--no-cache'], root);
  assert.is(code, 0, stderr);
  assert.ok((await readdir(folder('two'))).includes('ec-1-screen.pdf'));
  for (const name of ['article.xml', 'article--arch-svg.png'])
    assert.ok(
      (await readFile(join(folder('two'), 'jats', name))).equals(await readFile(join(folder('one'), 'jats', name))),
      name,
    );
});

test.run();
