import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { checkAgreement } from '../../build/check/agreement/check-agreement.ts';
import { checkIssue } from '../../build/check-issue.ts';
import { citableIssue } from '../../build/citable/citable-issue.ts';
import { ojsLook } from '../../build/deposit/ojs/look.ts';
import { ojsIssue } from '../../build/deposit/ojs/native.ts';
import { silently } from '../../build/diagnostics/stage.ts';
import { openRepository } from '../../build/disk/repository.ts';
import type { InType } from '../../build/in-type/set-in-type.ts';
import { ojsVersions } from '../../build/issue/deposit-schema.ts';
import { emptyFolder } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';
import { doajFaults } from './doaj-article.ts';
import { importFaults } from './ojs-import.ts';
import { faultsBy, faultsByDtd, schemaAt } from './validate.ts';

/* A journal that deposits everything: what is made of it, by the schemas of those who take it, and read back. */

const source = join(import.meta.dirname, 'journal');
const expected = join(import.meta.dirname, 'expected');
const root = await emptyFolder();
await cp(source, root, { recursive: true });
const dist = join(root, 'dist/2026-2');
const all = ['crossref', 'doaj', 'datacite', 'ojs', 'by-template'];
const made = await offprint(['deposit', '2026-2', ...all], root);
const jats = await offprint(['build', '2026-2', '--only', 'jats'], root);

const repository = await openRepository(root);
const checked = await checkIssue('2026-2', repository, silently, []);
const inType = checked.inType as InType;
const pages = JSON.parse(await readFile(join(dist, 'pages.json'), 'utf8'));
const issue = citableIssue(inType.issue, pages, inType.theme.terms.languages);

/** A file with the files in it left out, by their size. */
const withoutFiles = (text: string) =>
  text.replace(/(<embed[^>]*>)[^<]*/g, '$1…').replace(/filesize="\d+"/g, 'filesize="…"');

test('it is deposited without an error or a warning', () => {
  assert.is(made.code, 0, made.stderr);
  assert.not.match(made.stderr, /warning|error/);
  assert.is(jats.code, 0, jats.stderr);
  for (const path of ['deposit/crossref.xml', 'deposit/ojs-3.4.xml']) assert.match(made.stderr, `made ${path}`);
});

for (const name of [
  'crossref.xml',
  'doaj.json',
  'datacite.json',
  'ojs-3.4.xml',
  'oai-dc.xml',
  'repec.rdf',
  'pubmed.xml',
])
  test(`${name} says what the manuscripts say`, async () => {
    const text = withoutFiles(await readFile(join(dist, 'deposit', name), 'utf8'));
    if (process.env.UPDATE) await writeFile(join(expected, name), text);
    assert.fixture(text, await readFile(join(expected, name), 'utf8'));
  });

const crossrefSchema = schemaAt('crossref-5.4/crossref5.4.0.xsd');
(crossrefSchema ? test : test.skip)('the deposit for Crossref is valid by its schema', async () => {
  assert.equal(faultsBy(crossrefSchema ?? '', await readFile(join(dist, 'deposit/crossref.xml'))), []);
});

test('the files in it for OJS are those of the build', async () => {
  const xml = await readFile(join(dist, 'deposit/ojs-3.4.xml'), 'utf8');
  const embeds = [...xml.matchAll(/extension="(\w+)">\s*<embed encoding="base64">([^<]*)/g)];
  assert.equal(
    embeds.map(([, extension]) => extension),
    ['pdf', 'epub', 'pdf', 'epub', 'pdf', 'epub', 'pdf', 'epub'],
  );
  for (const [i, path] of ['offprints/marhinalii.pdf', 'articles/marhinalii.epub'].entries())
    assert.ok(Buffer.from(embeds[i]?.[2] ?? '', 'base64').equals(await readFile(join(dist, path))), path);
  const files = [...xml.matchAll(/<submission_file id="(\d+)"/g)].map(([, id]) => id);
  assert.equal(
    [...xml.matchAll(/<submission_file_ref id="(\d+)"/g)].map(([, id]) => id),
    files,
    'each file has a galley',
  );
});

const pubmedDtd = schemaAt('pubmed/PubMed.dtd');
(pubmedDtd ? test : test.skip)('the articles for PubMed are valid by its DTD', async () => {
  assert.equal(faultsByDtd(pubmedDtd ?? '', await readFile(join(dist, 'deposit/pubmed.xml'), 'utf8')), []);
});

for (const version of ojsVersions) {
  const schema = schemaAt(`ojs-${version}/plugins/importexport/native/native.xsd`);
  (schema ? test : test.skip)(`the issue for OJS ${version} is valid by its schema`, () => {
    const galley = { label: 'PDF', fileName: 'a.pdf', data: new Uint8Array([1, 2, 3]) };
    const xml = ojsIssue(issue, () => [galley], undefined, ojsLook(inType.issue.journal, version));
    assert.equal(faultsBy(schema ?? '', xml), []);
    const locales = new Set([...new TextDecoder().decode(xml).matchAll(/locale="([^"]*)"/g)].map(([, one]) => one));
    assert.equal([...locales].sort(), version === '3.3' ? ['en_US', 'uk_UA'] : ['en', 'uk']);
  });
}

test('DOAJ takes each article, and leaves nothing of it out', async () => {
  const articles = JSON.parse(await readFile(join(dist, 'deposit/doaj.json'), 'utf8'));
  assert.equal(articles.flatMap(doajFaults), []);
  const [{ bibjson }] = articles;
  assert.equal(doajFaults({ bibjson: { ...bibjson, identifier: [], start_page: '44' } }), [
    'article.bibjson.start_page is unknown',
    'no ISSN',
    'both ISSNs are the same',
  ]);
});

test('the plug-in of OJS finds all that its files name, on its way through them', async () => {
  assert.equal(importFaults(await readFile(join(dist, 'deposit/ojs-3.4.xml'))), []);
  for (const version of ojsVersions) {
    const galley = { label: 'PDF', fileName: 'a.pdf', data: new Uint8Array([1, 2, 3]) };
    const text = new TextDecoder().decode(
      ojsIssue(issue, () => [galley], undefined, ojsLook(inType.issue.journal, version)),
    );
    const faultsOf = (one: string) => importFaults(new TextEncoder().encode(one));
    assert.equal(faultsOf(text), [], version);
    assert.equal(faultsOf(text.replace('<submission_file_ref id="2"', '<submission_file_ref id="9"')), [
      'a galley names the file 9, which is not before it',
    ]);
  }
});

test('the same input gives the same bytes', async () => {
  const copy = await emptyFolder();
  await cp(source, copy, { recursive: true });
  const { code, stderr } = await offprint(['deposit', 'ojs', 'crossref', '--no-cache'], copy);
  assert.is(code, 0, stderr);
  for (const name of ['crossref.xml', 'ojs-3.4.xml'])
    assert.ok(
      (await readFile(join(copy, 'dist/2026-2/deposit', name))).equals(await readFile(join(dist, 'deposit', name))),
      name,
    );
});

/** What is found in a file whose text was changed. */
async function foundIn(path: string, change: (text: string) => string, cited = issue): Promise<string[]> {
  const bytes = await readFile(join(dist, path));
  const { source } = inType;
  for (const file of source.files) file.messages.length = 0;
  const read = async () => new TextEncoder().encode(change(bytes.toString('utf8')));
  const one = {
    path,
    file: new VFile({ path }),
    read: path.endsWith('.xml') || path.endsWith('.json') ? read : async () => bytes,
  };
  await checkAgreement([{ ...one, whole: true, current: true }], cited, source);
  return [...source.files, one.file].flatMap((file) =>
    file.messages.map(({ line, reason, expected }) => `${file.basename}:${line} ${reason} / ${expected}`),
  );
}

const files = ['crossref.xml', 'doaj.json', 'datacite.json', 'ojs-3.4.xml'].map((name) => `deposit/${name}`);

const jatsFiles = issue.articles.map(({ name }) => `jats/${name}.xml`);

test('all editions say the same', async () => {
  for (const path of [
    ...files,
    'annals-2026-2.epub',
    'offprints/marhinalii.pdf',
    'articles/marhinalii.epub',
    ...jatsFiles,
  ])
    assert.equal(await foundIn(path, (text) => text), [], path);
});

test('an institution of which only the ROR id is known is said wherever there is a place for it', async () => {
  const id = 'https://ror.org/05gq02987';
  assert.match(await readFile(join(dist, 'jats/on-margins.xml'), 'utf8'), `institution-id-type="ror">${id}<`);
  assert.match(await readFile(join(dist, 'deposit/crossref.xml'), 'utf8'), `<institution_id type="ror">${id}<`);
  const xml = ojsIssue(issue, () => [], undefined, ojsLook(inType.issue.journal, '3.5'));
  assert.match(new TextDecoder().decode(xml), `<ror>${id}</ror>`);
});

test('a file that says otherwise is found at the manuscript’s line', async () => {
  for (const [path, from, to, said] of [
    [
      'crossref.xml',
      '<first_page>45<',
      '<first_page>54<',
      'on-margins.md:2 deposit/crossref.xml has other pages than the manuscript: “54–45” / “45–45”',
    ],
    [
      'crossref.xml',
      '10.5555/annals.2026.2.3<',
      '10.5555/annals.2026.2.33<',
      'two-books.md:9 deposit/crossref.xml has another DOI than the manuscript: “10.5555/annals.2026.2.33” / “10.5555/annals.2026.2.3”',
    ],
    [
      'crossref.xml',
      /<jats:abstract xml:lang="en">\s*<jats:p>What.*?<\/jats:abstract>/s,
      '',
      'on-margins.md:8 deposit/crossref.xml has another abstract than the manuscript: “” / “What margins are.”',
    ],
    [
      'doaj.json',
      '"name": "John Doe"',
      '"name": "Jon Doe"',
      'marhinalii.md:5 deposit/doaj.json has other authors than the manuscript: “Олена Петрівна Кропива; Jon Doe” / “Олена Петрівна Кропива; John Doe”',
    ],
    [
      'ojs-3.4.xml',
      '>On Margins<',
      '>On Margin<',
      'on-margins.md:2 deposit/ojs-3.4.xml has another title than the manuscript: “On Margin” / “On Margins”',
    ],
    [
      'ojs-3.4.xml',
      'licenses/by-nc/4.0',
      'licenses/by/4.0',
      'marhinalii.md:32 deposit/ojs-3.4.xml has another licence than the manuscript: “https://creativecommons.org/licenses/by/4.0/” / “https://creativecommons.org/licenses/by-nc/4.0/”',
    ],
    [
      'datacite.json',
      'Про поля рукописів',
      'Про береги',
      'marhinalii.md:23 deposit/datacite.json has another abstract than the manuscript: “Про береги. І про «береги» книг.” / “Про поля рукописів. І про «береги» книг.”',
    ],
    [
      'doaj.json',
      '"end_page": "46",',
      '',
      'two-books.md:2 deposit/doaj.json has other pages than the manuscript: “46–” / “46–46”',
    ],
  ] as const)
    assert.equal(await foundIn(`deposit/${path}`, (text) => text.replace(from, to)), [said]);
});

for (const [what, from, to, said] of [
  ['title', '<article-title>On', '<article-title>Off', '2 jats/on-margins.xml has another title than the manuscript'],
  ['pages', '<fpage>45<', '<fpage>54<', '2 jats/on-margins.xml has other pages than the manuscript'],
  ['DOI', '10.5555/annals.2026.2.2<', '10.5555/annals.2026.2.22<', '9 jats/on-margins.xml has another DOI'],
  ['abstract', 'What margins are', 'What they are', '8 jats/on-margins.xml has another abstract'],
] as const)
  test(`JATS with another ${what} is found`, async () => {
    const [found = '', ...more] = await foundIn('jats/on-margins.xml', (text) => text.replace(from, to));
    assert.match(found, `on-margins.md:${said}`);
    assert.equal(more, []);
  });

test('an article in another place, one that is missing, and a file that is damaged are found', async () => {
  const other = await foundIn('deposit/doaj.json', (text) => JSON.stringify(JSON.parse(text).reverse()));
  assert.match(
    other[0] ?? '',
    /^issue\.yaml:\d+ deposit\/doaj\.json has the articles in another order: correction, two-books/,
  );
  const gone = await foundIn('deposit/doaj.json', (text) => JSON.stringify(JSON.parse(text).slice(1)));
  assert.equal(gone, [
    'marhinalii.md:2 deposit/doaj.json does not have the article / “Маргіналії & «поля» <XVII> століття”',
  ]);
  for (const path of files)
    assert.match((await foundIn(path, (text) => text.slice(0, 900)))[0] ?? '', /It cannot be told what this file says/);
});

test('PDFs and e-books of other manuscripts are found, too', async () => {
  const changed = issue.articles.map((article) => ({
    ...article,
    title: `${article.title}!`,
    doi: `${article.doi}0`,
    pages: { first: '60', last: '61' },
  }));
  const cited = { ...issue, articles: changed };
  const same = (text: string) => text;
  assert.equal(await foundIn('offprints/on-margins.pdf', same, cited), [
    'on-margins.md:2 offprints/on-margins.pdf has another title than the manuscript: “On Margins” / “On Margins!”',
    'on-margins.md:9 offprints/on-margins.pdf has another DOI than the manuscript: “10.5555/annals.2026.2.2” / “10.5555/annals.2026.2.20”',
    'on-margins.md:2 offprints/on-margins.pdf has other pages than the manuscript: “45–45” / “60–61”',
  ]);
  const inBook = await foundIn('annals-2026-2.epub', same, cited);
  assert.is(inBook.length, 8, inBook.join('\n'));
  assert.match(inBook[0] ?? '', /^marhinalii\.md:2 annals-2026-2\.epub has another title/);
  assert.match(inBook[1] ?? '', /has other pages than the manuscript: “44” \/ “60–61”$/);
});

test('a check of finished editions says it, with its exit code', async () => {
  const path = join(dist, 'deposit/crossref.xml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('<first_page>45<', '<first_page>54<'));
  const { code, stderr } = await offprint(['check', '--editions'], root);
  assert.is(code, 1);
  assert.match(stderr, /on-margins\.md:2:8 error deposit\/crossref\.xml has other pages .*\[editions-agree\]/);
  assert.not.match(stderr, /doaj\.json has|\.epub has|\.pdf has/);
  await writeFile(path, text);
});

test.run();
