import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { withFrozen } from '../../build/cli/deposit/freeze-command.ts';
import { emptyFolder } from './folders.ts';
import { offprint } from './offprint.ts';

/* A published issue keeps its pages. */

const root = await emptyFolder();
const folder = join(root, 'manuscripts/2026-1');
const article = join(folder, 'long.md');
const issue = join(folder, 'issue.yaml');
const sentence = 'The margin of a page is as wide as the hand that holds it, and no wider than the eye can cross. ';
const paragraphs = Array.from({ length: 40 }, (_, i) => `Paragraph ${i + 1} begins. ${sentence.repeat(6)}`);
await mkdir(folder, { recursive: true });
await writeFile(
  join(root, 'manuscripts/journal.yaml'),
  'title: Annals\nshort: Annals\nlang: en\npublisher: { name: Press }\neditors: [{ name: Ann Editor }]\n',
);
await writeFile(issue, 'volume: 1\nnumber: 1\ndate: 2026-03 # spring\ncontents:\n  - articles: [long.md]\n');
const write = (text: readonly string[], front = '') =>
  writeFile(article, `---\ntitle: A Long Text\nauthors: [{ name: Ann Author }]\n${front}---\n\n${text.join('\n\n')}\n`);
const build = () => offprint(['build', '--only', 'screen'], root);

test('it is frozen as it was built, and not before', async () => {
  await write(paragraphs);
  const early = await offprint(['freeze'], root);
  assert.is(early.code, 2);
  assert.match(early.stderr, '2026-1 has no page record in dist. Build it');
  assert.is((await build()).code, 0);
  const { code, stderr } = await offprint(['freeze'], root);
  assert.is(code, 0, stderr);
  assert.match(await readFile(issue, 'utf8'), 'date: 2026-03 # spring\nfrozen: true\ncontents:');
  assert.equal(
    JSON.parse(await readFile(join(folder, 'pages.json'), 'utf8')).articles,
    JSON.parse(await readFile(join(root, 'dist/2026-1/pages.json'), 'utf8')).articles,
  );
});

test('changes that keep each page’s beginning pass', async () => {
  await write(
    paragraphs.map((text, i) => (i === 5 ? text.replace('margin', 'border') : text)),
    'keywords: [margins]\n',
  );
  await write(paragraphs.map((text, i) => (i === 5 ? text.replace('margin', 'border') : text)));
  const { code, stderr } = await build();
  assert.is(code, 0, stderr);
});

test('a change that moves a page fails with the words, both pages, and the line', async () => {
  const longer = paragraphs.map((text, i) => (i === 3 ? `${text}${sentence.repeat(8)}` : text));
  await write(longer);
  const { code, stderr } = await build();
  assert.is(code, 1);
  assert.match(stderr, /long\.md:\d+:1 error “.+” was published on page \d+, and is on page \d+ now.*\[pages-frozen\]/);
  const [, line = 0] = /long\.md:(\d+):1 error/.exec(stderr) ?? [];
  const [, words = ''] = /error “(.+?)” was/.exec(stderr) ?? [];
  const said = (await readFile(article, 'utf8')).split('\n')[Number(line) - 1] ?? '';
  assert.ok(said.includes(words.split(' ').slice(1, 4).join(' ')), `${words} in ${said.slice(0, 100)}`);
  const freeze = await offprint(['freeze'], root);
  assert.is(freeze.code, 2);
  assert.match(freeze.stderr, /was built before manuscripts\/2026-1\/long\.md/);
});

test('a record that is missing, or was merged by hand, is an error with a remedy', async () => {
  await write(paragraphs);
  const pages = join(folder, 'pages.json');
  const text = await readFile(pages, 'utf8');
  await writeFile(pages, `<<<<<<< HEAD\n${text}`);
  const merged = await build();
  assert.is(merged.code, 1);
  assert.match(
    merged.stderr,
    /issue\.yaml:4:9 error The issue is frozen, and manuscripts\/2026-1\/pages\.json cannot be read/,
  );
  assert.not.match(merged.stderr, /Unexpected token/);
  await writeFile(pages, text);
  assert.is((await build()).code, 0);
});

test('finished pages of another state are found by a check, and what is not out is not frozen', async () => {
  const pages = join(folder, 'pages.json');
  const text = await readFile(pages, 'utf8');
  assert.is((await build()).code, 0);
  await writeFile(pages, text.replace('"last": "', '"last": "1'));
  const checked = await offprint(['check', '--editions'], root);
  assert.is(checked.code, 1);
  assert.match(checked.stderr, /long\.md:1:1 error The article was published on pages \d+–1\d+, and is on pages/);
  await writeFile(pages, text);
  const yaml = await readFile(issue, 'utf8');
  await writeFile(issue, yaml.replace('frozen', 'ahead'));
  const { code, stderr } = await offprint(['freeze'], root);
  assert.is(code, 2);
  assert.match(stderr, '2026-1 is not out yet: remove ahead: from its issue.yaml');
  await writeFile(issue, yaml);
});

test('the key is set where it is missing, and other lines stay as they are', () => {
  assert.is(withFrozen('volume: 1\ndate: 2026\ntitle: A\n'), 'volume: 1\ndate: 2026\nfrozen: true\ntitle: A\n');
  assert.is(withFrozen('date: 2026'), 'date: 2026\nfrozen: true\n');
  assert.is(withFrozen('date: 2026\r\ntitle: A\r\n'), 'date: 2026\r\nfrozen: true\r\ntitle: A\r\n');
  assert.is(withFrozen('frozen: false # not yet\ndate: 2026\n'), 'frozen: true # not yet\ndate: 2026\n');
  assert.is(withFrozen('date: 2026\nfrozen: true\n'), 'date: 2026\nfrozen: true\n');
});

test.run();
