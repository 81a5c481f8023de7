import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder } from './folders.ts';
import { offprint } from './offprint.ts';

/* What `offprint deposit` says of what is missing, makes and would send. */

const source = join(import.meta.dirname, '../deposit/journal');

async function journal(change: (text: string) => string = (text) => text, path = 'manuscripts/journal.yaml') {
  const root = await emptyFolder();
  await cp(source, root, { recursive: true });
  await writeFile(join(root, path), change(await readFile(join(root, path), 'utf8')));
  return root;
}

test('without a recipient it says what each lacks, by key and line, and makes nothing', async () => {
  const root = await journal((text) =>
    text
      .replace(/^issn:.*\n/m, '')
      .replace(/^ {2}depositor:.*\n/m, '')
      .replace(', email: authors@margin.example.org', ''),
  );
  const { code, stderr, stdout } = await offprint(['deposit'], root);
  assert.is(code, 0, stderr);
  assert.match(stderr, /journal\.yaml:1:1 warning Crossref knows a journal by its ISSN, and journal\.yaml has none/);
  assert.match(stderr, /journal\.yaml:\d+:3 warning Crossref sends its report on a deposit by mail/);
  assert.match(
    stderr,
    /two-books\.md:5:5 warning OJS wants a mail address for each author, and Юрій Ковальчук has none/,
  );
  assert.match(stderr, /journal\.yaml:1:1 warning PubMed knows a journal by its ISSN/);
  for (const said of [
    'crossref: 2 facts are missing',
    'doaj: 1 fact is missing',
    'datacite: nothing is missing',
    'by-template: 1 fact is missing',
  ])
    assert.match(stderr, said);
  assert.match(stdout, '2026-2: nothing was made: name a recipient');
  assert.not.ok((await readdir(root)).includes('dist'));
});

test('a recipient that lacks something gets nothing, and the others are not asked', async () => {
  const root = await journal((text) => text.replace(/^ {2}depositor:.*\n/m, ''));
  const { code, stderr } = await offprint(['deposit', 'crossref'], root);
  assert.is(code, 1);
  assert.match(stderr, /journal\.yaml:\d+:3 error Crossref sends its report/);
  assert.not.match(stderr, /DataCite|OJS/);
  assert.not.ok((await readdir(root)).includes('dist'));
});

test('an article without a DOI is left out with a warning; a DOI that two have is an error', async () => {
  const path = 'manuscripts/2026-2/two-books.md';
  const without = await journal((text) => text.replace(/^doi:.*\n/m, ''), path);
  const left = await offprint(['deposit'], without);
  assert.match(left.stderr, /two-books\.md:2:8 warning The article has no DOI, so Crossref is not told of it/);
  const twice = await journal((text) => text.replace(/^doi:.*\n/m, 'doi: 10.5555/ANNALS.2026.2.2\n'), path);
  const double = await offprint(['deposit', 'crossref'], twice);
  assert.is(double.code, 1);
  assert.match(
    double.stderr,
    /two-books\.md:9:6 error The DOI 10\.5555\/ANNALS\.2026\.2\.2 is that of on-margins, too/,
  );
});

test('PubMed lists an article by its English title, and DOAJ tells two editions by two ISSNs', async () => {
  const root = await journal((text) => text.replace(/^translations:.*\n/m, ''), 'manuscripts/2026-2/two-books.md');
  const settings = join(root, 'manuscripts/journal.yaml');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace('1234-5679', '2049-3630'));
  const { stderr } = await offprint(['deposit'], root);
  assert.match(stderr, /two-books\.md:2:8 warning PubMed lists articles by their titles in English, and this has none/);
  assert.match(stderr, /journal\.yaml:\d+:\d+ warning DOAJ takes no journal whose printed and online editions/);
  assert.not.match(stderr, /correction\.md.*PubMed/);
});

test('keys of the wrong form are reported with the form that is meant', async () => {
  const root = await journal((text) =>
    text
      .replace('version: "3.4"', 'version: 3.6')
      .replace('address: https://margin.example.org/{issue}/{article}', 'address: margin.example.org')
      .replace('10.5555/annals.policy', 'our policy')
      .replace('oai-dc.xml.ejs', '../../secret.ejs'),
  );
  const { code, stderr } = await offprint(['deposit'], root);
  assert.is(code, 1);
  for (const said of [
    /expected a version of OJS in quotation marks: "3\.3", "3\.4" or "3\.5"/,
    /expected an address that begins with https:\/\//,
    /expected a DOI such as/,
    /expected the name of a file in templates\/deposit\/, such as oai-dc\.xml\.ejs/,
  ])
    assert.match(stderr, said);
});

test('articles ahead of their issue have neither volume nor pages, and a timestamp before that of the issue', async () => {
  const ahead = await journal(
    (text) => text.replace('date: 2026-06', 'date: 2026-06\nahead: true'),
    'manuscripts/2026-2/issue.yaml',
  );
  const first = await offprint(['deposit', 'crossref', 'doaj'], ahead);
  assert.is(first.code, 0, first.stderr);
  const read = (name: string) => readFile(join(ahead, 'dist/2026-2/deposit', name), 'utf8');
  const early = await read('crossref.xml');
  assert.equal([...early.matchAll(/<doi>10\.5555\/annals\.2026\.2\.\d/g)].length, 1, 'the one that appeared');
  assert.not.match(early, /journal_issue|<pages>|journal_volume/);
  assert.not.match(await read('doaj.json'), /start_page|volume/);
  const issue = join(ahead, 'manuscripts/2026-2/issue.yaml');
  await writeFile(issue, (await readFile(issue, 'utf8')).replace('ahead: true\n', ''));
  await offprint(['deposit', 'crossref'], ahead);
  const late = await read('crossref.xml');
  assert.match(late, '<first_page>44</first_page>');
  const [before = '', after = ''] = [early, late].map((text) => /<timestamp>(\d+)/.exec(text)?.[1] ?? '');
  assert.ok(before < after, `${before} < ${after}`);
});

test('sending is said, and done only where it is meant and somebody may', async () => {
  const root = await journal((text) =>
    text.replace('  ojs:', '  endpoints:\n    - { name: plain, recipient: doaj, url: "http://example.org/" }\n  ojs:'),
  );
  const dry = await offprint(['deposit', '--to', 'crossref-test'], root);
  assert.is(dry.code, 0, dry.stderr);
  assert.match(dry.stderr, /Would send deposit\/crossref\.xml \(\d+ kB\) to crossref-test/);
  assert.match(dry.stderr, 'OFFPRINT_CROSSREF_TEST_USER is not set');
  for (const [args, said] of [
    [
      ['--to', 'crossref-test', '--send'],
      /Nothing was sent: test\.crossref\.org wants credentials, and OFFPRINT_CROSSREF_TEST_USER and/,
    ],
    [['--to', 'crosref'], /There is no address crosref\. Did you mean crossref\?/],
    [['doaj', '--to', 'crossref'], /crossref takes what is made for crossref, and nothing else/],
    [['--to', 'plain'], /http:\/\/example\.org\/ is not encrypted/],
    [['crossref', '--send'], /--send wants to know where/],
    [['2026-7'], /2026-7 is neither an issue nor a recipient/],
  ] as const) {
    const { code, stderr } = await offprint(['deposit', ...args], root);
    assert.is(code, 2, stderr);
    assert.match(stderr, said);
  }
});

test('a file is sent to an address of journal.yaml, and what came of it is the exit code', async () => {
  let status = 200;
  let sent = '';
  const server = createServer((request, response) => {
    request.on('data', (part) => {
      sent += part;
    });
    request.on('end', () =>
      response.writeHead(status, { 'content-type': 'text/html' }).end('<h2>SUCCESS</h2> pa55word'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const root = await journal((text) =>
    text.replace(
      '  ojs:',
      `  endpoints:\n    - { name: local, recipient: crossref, url: "http://127.0.0.1:${port}/" }\n  ojs:`,
    ),
  );
  const who = { OFFPRINT_LOCAL_USER: 'annals', OFFPRINT_LOCAL_PASSWORD: 'pa55word' };
  const taken = await offprint(['deposit', '--to', 'local', '--send'], root, who);
  assert.is(taken.code, 0, taken.stderr);
  assert.match(taken.stderr, 'Sent deposit/crossref.xml to 127.0.0.1');
  assert.match(sent, /annals[\s\S]*pa55word[\s\S]*<doi_batch /);
  status = 401;
  const refused = await offprint(['deposit', '--to', 'local', '--send'], root, who);
  assert.is(refused.code, 1);
  assert.match(refused.stderr, /Not taken: deposit\/crossref\.xml by 127\.0\.0\.1.*refuses the credentials \(401\)/);
  for (const { stdout, stderr } of [taken, refused]) assert.not.match(stdout + stderr, 'pa55word');
  server.close();
});

test.run();
