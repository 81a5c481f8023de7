import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { noCache } from '../../build/cache/cache.ts';
import { openRepository, type Repository } from '../../build/disk/repository.ts';
import { readBib } from '../../build/references/bib/read-bib.ts';
import { describeWork } from '../../build/references/describe.ts';
import { readReferences } from '../../build/references/read.ts';
import { relaxUncited, reportUncited } from '../../build/references/uncited.ts';
import { memoryCache } from '../cache/memory-cache.ts';
import { saidOf } from './said-of.ts';

const test = suite('references/read');

const at = { line: 3, column: 15 };

async function journal(files: Record<string, string>): Promise<{
  repository: Repository;
  named: (path: string) => { path: string; file: VFile; at: typeof at };
  from: VFile;
}> {
  const root = await mkdtemp(join(tmpdir(), 'references-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
  const from = new VFile({ path: 'journal.yaml' });
  return { repository: await openRepository(root), named: (path) => ({ path, file: from, at }), from };
}

test('of two works with one key, that of the later file wins', async () => {
  const { repository, named } = await journal({
    'journal.bib':
      '@book{roe, title = {Of the journal}, date = 2001, ids = {old}}\n@book{doe, title = {Doe}, date = 2001}',
    'article.json': '[{"id": "roe", "type": "book", "title": "Of the article", "issued": {"date-parts": [[2002]]}}]',
  });
  const list = await readReferences(repository, [named('journal.bib'), named('article.json')], noCache);
  assert.is(list.find('roe')?.item.title, 'Of the article');
  assert.is(list.find('roe')?.file.path, 'article.json');
  assert.is(list.find('doe')?.at.start.line, 2);
  assert.is(list.find('old')?.item.title, 'Of the article', 'another key of the same entry');
  assert.is(list.find('nobody'), undefined);
  assert.is(list.nearest('deo'), 'doe');
  assert.equal(list.all.map(({ key }) => key).sort(), ['doe', 'roe']);
  assert.equal(
    list.files.map(({ path, messages }) => [path, messages.length]),
    [
      ['journal.bib', 0],
      ['article.json', 0],
    ],
  );
});

test('files of BibTeX that are named together are read as one: macros and parents of another file are known', async () => {
  const works = `@inproceedings{roe, title = {Of paper}, journal = jop, author = {Roe, A.}, crossref = {mills2019}, pages = {1--2}}
@inproceedings{doe, title = {Of ink}, author = {Doe, B.}, crossref = {lost2018}, date = 2018}
@inproceedings{hill, title = {Of glue}, author = {Hill, C.}, crossref = {lost2017}, date = 2017, note = unknown}`;
  const files = {
    'macros.bib': '@string{jop = "Journal of Paper"}\n@string{press = "Rag " # "Press"}',
    'works.bib': works,
    'parents.bib': '@proceedings{mills2019, title = {Mills}, date = {2019-13}, publisher = press}',
  };
  const { repository, named, from } = await journal(files);
  const together = ['macros.bib', 'works.bib', 'parents.bib'].map(named);
  const list = await readReferences(repository, together, memoryCache());
  const { item } = list.find('roe') ?? {};
  assert.equal(
    [item?.['container-title'], item?.publisher, list.find('mills2019')?.item.publisher],
    ['Mills', 'Rag Press', 'Rag Press'],
  );
  assert.is(saidOf(from), '');
  // What is wrong in a parent is told there, and at the field that refers to it.
  assert.is(
    list.files.map(saidOf).join('--\n'),
    `--
3:105 warning reference-macro: “unknown” stands without braces, and no @string defines it
  Write it in braces: {unknown}; or define it above: @string{unknown = {…}}.
1:76 warning reference-date: The date of roe is “2019-13”
  expected a date such as 2019, 2019-03-05, 2019/2021, 1900~ or “in press”
  Write it as year, month and day.
2:59 warning reference-parent: The entry doe refers to lost2018, which is not in the file, nor in those named with it
  Add that entry, or take the field out.
3:62 warning reference-parent: The entry hill refers to lost2017, which is not in the file, nor in those named with it
  Add that entry, or take the field out.
--
1:42 warning reference-date: The date of mills2019 is “2019-13”
  expected a date such as 2019, 2019-03-05, 2019/2021, 1900~ or “in press”
  Write it as year, month and day.
`,
  );
  const alone = await readReferences(repository, [named('works.bib')], noCache);
  assert.is(alone.find('roe')?.item.publisher, undefined);
});

test('what cannot be read is reported where it is named', async () => {
  const { repository, named, from } = await journal({ 'references.bib': '', 'works.docx': '' });
  const list = await readReferences(repository, ['reference.bib', 'works.docx', '../works.bib'].map(named), noCache);
  assert.equal(list.files, []);
  assert.is(
    saidOf(from),
    `3:15 error file-exists: There is no file reference.bib
  Did you mean references.bib?
3:15 error reference-file: The bibliography works.docx
  expected a file that ends in .bib, .json or .ris
  Export it from your reference manager as BibLaTeX, CSL-JSON or RIS.
3:15 error file-inside: ../works.bib is outside the journal’s folder
  Copy the file into the issue’s folder, and name it from there.
`,
  );
});

test('what is kept is what was read, with all that was said', async () => {
  const { repository, named } = await journal({
    'references.bib':
      '@book{roe, title = {The Making of Paper}, isbn = {1}}\n@book{broken\n@book{doe, title = {A}, date = 2001, ids = {d}}',
  });
  const cache = memoryCache();
  const read = async (with_ = cache) => {
    const { all, files } = await readReferences(repository, [named('references.bib')], with_);
    return JSON.stringify([all.map(({ file, ...reference }) => [file.path, reference]), files.map(saidOf)], null, 1);
  };
  const first = await read();
  assert.match(first, /reference-identifier/);
  assert.is(await read(), first);
  assert.is(await read(noCache as ReturnType<typeof memoryCache>), first);
});

test('what is wrong with a work that no article cites is worth a look, and no more', async () => {
  const { repository, named } = await journal({
    'works.bib':
      '@book{roe, title = {A}}\n@book{doe, title = {B}}\n@book{broken, title = {C}\n@book{poe, title = {D}, date = 2001}\n',
  });
  const list = await readReferences(repository, [named('works.bib')], noCache);
  const [file] = list.files;
  const works = list.all.map(describeWork);
  const uncited = works.filter(({ key }) => key !== 'roe');
  relaxUncited(file as VFile, uncited);
  reportUncited(file as VFile, works, uncited, 'issue');
  assert.equal(saidOf(file as VFile).match(/^\d.*/gm), [
    '3:1 warning reference-entry: The entry is not closed',
    '1:7 warning reference-date: The entry roe has no date',
    '2:7 info reference-date: The entry doe has no date',
    '2:1 info reference-cited: No article of the issue cites 2 of 3 works: doe, poe',
  ]);
});

test('no file takes the reader down, or keeps it', () => {
  const many = (count: number, text: string) => text.repeat(count);
  const book = (fields: string) => `@book{a, ${fields}, date = 2001}`;
  const doubled = Array.from({ length: 40 }, (_, i) => `@string{s${i} = ${i ? `s${i - 1} # s${i - 1}` : '{xx}'}}`);
  const texts = [
    book(`title = {${many(100_000, '{')}x${many(100_000, '}')}}`),
    `@book{a, title = {${many(100_000, '{')}`,
    book(`title = {${many(100_000, "\\'")}a}`),
    book(`title = {${many(100_000, '\\emph')}}`),
    book(`title = {${many(100_000, '$a')}}`),
    book(`author = {${many(20_000, 'A and ')}B}`),
    many(20_000, '@book{'),
    many(20_000, '@book{a,\n'),
    `${doubled.join('\n')}\n${book('title = s39')}`,
    many(2000, '@book{a, crossref = {b}, title = {A}, date = 2001}\n'),
  ];
  for (const text of texts) {
    const start = process.cpuUsage();
    assert.ok(readBib(new VFile({ value: text })).length < 2, text.slice(0, 60));
    assert.ok(process.cpuUsage(start).user < 5_000_000, text.slice(0, 60));
  }
});

test.run();
