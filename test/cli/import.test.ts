import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder } from './folders.ts';
import { offprint } from './offprint.ts';

const paper = `# Of Lamps

*Ada Stone, The Mill Institute*

## Oil

A lamp burns oil<sup>1</sup>, and the oil is dear in every
town that has no olives.

<sup>1</sup> Rush, *Oil*, p. 3.

## End

All lamps go out.
`;

async function journal(): Promise<string> {
  const root = await emptyFolder();
  await mkdir(join(root, 'manuscripts/2026-1'), { recursive: true });
  await writeFile(join(root, 'manuscripts/journal.yaml'), 'title: Lamps\nlang: en\n');
  await writeFile(
    join(root, 'manuscripts/2026-1/issue.yaml'),
    'volume: 1\nnumber: 1\ndate: 2026\ncontents:\n  - articles:\n      - first.md # the editorial\n',
  );
  await writeFile(join(root, 'paper.md'), paper);
  return root;
}

const read = (root: string, path: string): Promise<string> => readFile(join(root, 'manuscripts/2026-1', path), 'utf8');

test('import makes a manuscript, lists it, and keeps what it made', async () => {
  const root = await journal();
  const { code, stdout, stderr } = await offprint(['import', 'paper.md', '--ocr'], root);
  assert.is(code, 0);
  assert.is(
    stdout,
    `made manuscripts/2026-1/of-lamps.md
made manuscripts/2026-1/import/of-lamps.yaml
made manuscripts/2026-1/import/of-lamps.imported
listed in its issue.yaml
`,
  );
  assert.match(stderr, /^paper\.md:1:1 info The first heading: taken for title, 95 % sure \[import-title\]/);
  assert.match(stderr, /\n1 note\n/);
  assert.match(await read(root, 'of-lamps.md'), /^---\ntitle: Of Lamps\nauthors:\n {2}- name: Ada Stone\n/);
  assert.match(await read(root, 'issue.yaml'), /- first\.md # the editorial\n {6}- of-lamps\.md\n/);
  // The same file again changes nothing and asks nothing.
  const again = await offprint(['import', 'paper.md', '--ocr'], root);
  assert.is(again.stdout, 'manuscripts/2026-1/of-lamps.md has it all already\n');
  assert.not.match(again.stderr, /info|warning/);
});

test('a corrected file is merged with what editors changed, and nothing is asked again', async () => {
  const root = await journal();
  await offprint(['import', 'paper.md', '--ocr'], root);
  const path = join(root, 'manuscripts/2026-1/of-lamps.md');
  await writeFile(path, (await read(root, 'of-lamps.md')).replace('## End', '## The End').replace('go out', 'go dark'));
  await writeFile(
    join(root, 'paper.md'),
    paper.replace('the oil is dear', 'the oil is very dear').replace('go out', 'burn out'),
  );
  const { code, stderr } = await offprint(['import', 'paper.md', '--ocr'], root);
  assert.is(code, 0);
  const text = await read(root, 'of-lamps.md');
  for (const words of ['## The End', 'very dear', 'All lamps go dark.', 'All lamps burn out.'])
    assert.ok(text.includes(words), words);
  assert.match(text, /CHECK import-conflict/);
  assert.match(stderr, /here {6}.*go dark.*\n {4}author’s {2}.*burn out/);
  assert.not.match(stderr, /import-title/);
});

test('a manuscript that was not imported is never overwritten', async () => {
  const root = await journal();
  const path = join(root, 'manuscripts/2026-1/of-lamps.md');
  await writeFile(path, 'mine');
  const { code, stderr } = await offprint(['import', 'paper.md', '--ocr'], root);
  assert.is(code, 1);
  assert.match(stderr, /of-lamps\.md is there already, and was not imported\. .*\nNothing was written\./);
  assert.is(await readFile(path, 'utf8'), 'mine');
  assert.equal((await readdir(join(root, 'manuscripts/2026-1'))).sort(), ['issue.yaml', 'of-lamps.md']);
  assert.is((await offprint(['import', 'paper.md', '--ocr', '--as', 'lamps'], root)).code, 0);
  assert.match(await read(root, 'lamps.md'), /Of Lamps/);
});

test('another text is another article, whatever its file or its title is called', async () => {
  const root = await journal();
  await offprint(['import', 'paper.md', '--ocr'], root);
  const other = paper
    .replace('A lamp burns oil', 'The river is wide in spring, when nobody crosses it')
    .replace(
      'the oil is dear in every\ntown that has no olives',
      'narrow in the autumn of a dry year, as the ferryman says',
    )
    .replace('All lamps go out', 'Rivers stay, and ferrymen go');
  await writeFile(join(root, 'paper.md'), other.replace('Of Lamps', 'Of Rivers'));
  const renamed = await offprint(['import', 'paper.md', '--ocr'], root);
  assert.match(renamed.stdout, /made manuscripts\/2026-1\/of-rivers\.md/);
  assert.match(await read(root, 'of-lamps.md'), /A lamp burns oil/);
  await writeFile(join(root, 'paper.md'), other);
  const same = await offprint(['import', 'paper.md', '--ocr'], root);
  assert.equal([same.code, same.stdout], [1, '']);
  assert.match(same.stderr, /of-lamps\.md is another text with this title/);
  // A new title of the same text is no new article.
  await writeFile(join(root, 'paper.md'), paper.replace('# Of Lamps', '# On Lamps and Oil'));
  assert.is((await offprint(['import', 'paper.md', '--ocr'], root)).code, 0);
  assert.match(await read(root, 'of-lamps.md'), /^---\ntitle: On Lamps and Oil\n/);
});

test('a bibliography of an earlier import that is no longer used is named', async () => {
  const root = await journal();
  const work = {
    id: 'rush',
    type: 'book',
    title: 'Oil',
    author: [{ family: 'Rush' }],
    issued: { 'date-parts': [[1990]] },
  };
  await writeFile(join(root, 'refs.json'), JSON.stringify([work]));
  await writeFile(
    join(root, 'oil.md'),
    '---\ntitle: Oil\nbibliography: refs.json\n---\n\nOil is dear [@rush, p. 3].\n',
  );
  await writeFile(join(root, 'manuscripts/2026-1/oil.json'), '[]\n');
  const { code, stderr } = await offprint(['import', 'oil.md'], root);
  assert.is(code, 0);
  assert.match(stderr, /manuscripts\/2026-1\/oil\.json is of an earlier import, and no longer used: remove it\./);
});

test('comments at doubts stay until editors remove them, and do not come back', async () => {
  const root = await journal();
  const bold = paper.replace('## Oil', '**Oil and Bread**').replace('## End', '**The End**');
  await writeFile(join(root, 'paper.md'), bold);
  await offprint(['import', 'paper.md', '--ocr', '--annotate'], root);
  const first = await read(root, 'of-lamps.md');
  assert.is(first.match(/CHECK import-heading/g)?.length, 2);
  await writeFile(join(root, 'manuscripts/2026-1/of-lamps.md'), first.replace(/<!-- CHECK.*-->\n\n(?=## Oil)/, ''));
  await writeFile(join(root, 'paper.md'), bold.replace('is dear', 'is very dear'));
  for (const options of [['--annotate'], []]) {
    await offprint(['import', 'paper.md', '--ocr', ...options], root);
    const again = await read(root, 'of-lamps.md');
    assert.is(again.match(/CHECK/g)?.length, 1);
    assert.match(again, /-->\n\n## The End/);
    assert.match(again, /is very dear/);
  }
});

test('--json says all as data', async () => {
  const root = await journal();
  const { code, stdout, stderr } = await offprint(['import', 'paper.md', '--ocr', '--json'], root);
  assert.equal([code, stderr], [0, '']);
  const data = JSON.parse(stdout);
  assert.equal([data.ok, data.manuscript], [true, 'manuscripts/2026-1/of-lamps.md']);
  assert.equal(data.doubts[0], {
    rule: 'import-title',
    confidence: 0.95,
    at: { line: 1, column: 1, words: 'Of Lamps' },
    words: 'Of Lamps',
    found: 'The first heading',
    made: 'title',
    instead: ['heading', 'paragraph'],
  });
});

test('what cannot be imported is said, and nothing is written', async () => {
  const root = await journal();
  await writeFile(join(root, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]));
  await writeFile(join(root, 'latin.md'), Buffer.from([0x23, 0x20, 0xe9]));
  for (const [args, code, message] of [
    [['none.md'], 2, /There is no file none\.md\./],
    [['.'], 2, /is a folder/],
    [['picture.png'], 1, /picture\.png is of no kind that can be imported\./],
    [['latin.md'], 1, /latin\.md is not text in UTF-8\./],
    [['paper.md', '--ocr', '--article', 'Of Lamp'], 0, /taken for title/],
    [['paper.md', '--ocr', '--article', 'Of Lumps'], 1, /There is no heading “Of Lumps”\. Did you mean “Of Lamps”\?/],
    [['paper.md', '--issue', '2027-1'], 2, /There is no issue 2027-1\./],
    [['paper.md', '--as', '../x'], 2, /cannot name a manuscript/],
    [['paper.md', '--accept-changes', '--reject-changes'], 2, /give one of/],
  ] as const) {
    const ended = await offprint(['import', ...args], root);
    assert.is(ended.code, code, args.join(' '));
    assert.match(ended.stderr, message);
  }
});

test('pictures come from the file’s folder alone, and nothing is written through a link', async () => {
  const root = await journal();
  const elsewhere = await emptyFolder();
  await writeFile(join(elsewhere, 'secret.png'), 'secret');
  await writeFile(join(root, 'near.png'), 'near');
  await writeFile(
    join(root, 'a.md'),
    `# Of Pictures\n\n![A](near.png)\n\n![B](${elsewhere}/secret.png)\n\n![C](../secret.png)\n`,
  );
  assert.is((await offprint(['import', 'a.md'], root)).code, 0);
  assert.equal(await readdir(join(root, 'manuscripts/2026-1/of-pictures')), ['figure-1.png']);
  await symlink(elsewhere, join(root, 'manuscripts/2026-1/of-lamps'));
  await writeFile(join(root, 'b.md'), '# Of Lamps\n\n![A](near.png)\n');
  const { code } = await offprint(['import', 'b.md'], root);
  assert.is(code, 2);
  assert.equal(await readdir(elsewhere), ['secret.png']);
});

test.run();
