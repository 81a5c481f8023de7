import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { elementsNamed, readOurXml, wordsInside } from '../../build/xml/read-xml.ts';
import { contents } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';
import { copyJournal, layPages } from './built-journal.ts';
import { linksOfSite } from './links-of-site.ts';

/* The site of a journal of five issues in three languages. */

const root = await copyJournal();
await layPages(root);
const site = join(root, 'dist/site');
const made = await offprint(['site'], root);
const base = 'https://polia.example.org/journal/';

const textOf = (path: string) => readFile(join(site, path), 'utf8');
const xmlOf = async (path: string) => readOurXml(await readFile(join(site, path)));
const filesOf = async () =>
  (await readdir(site, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(site.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

test('it is made, and what it lacks is said', () => {
  assert.is(made.code, 0, made.stderr);
  assert.match(made.stderr, 'Earlier addresses outside the site’s folder');
  assert.match(made.stderr, '/archive/issue.php?id=3');
});

test('every link of every page leads to a file of the site, and every anchor to an id', async () => {
  const { whole, count, broken } = await linksOfSite(site);
  assert.ok(count > 40);
  assert.equal(broken, []);
  assert.equal(
    whole.filter(([, to]) => !/^https:\/\/orcid\.org\//.test(to)),
    [],
    'they hold under any base',
  );
});

test('its first page lists the issues from the newest, its people each with all their articles', async () => {
  const index = await textOf('index.html');
  const issues = [...index.matchAll(/<h2 [^>]*><a href="([^"]*)"/g)].map(([, to]) => to);
  assert.equal(
    issues,
    ['2026-1', '2025-2', '2025-1', '2024-2', '2024-1'].map((name) => `${name}/index.html`),
  );
  const people = await textOf('people.html');
  // Her ORCID stands in one of two articles.
  const [, hers = ''] = /<li id="0000-0002-1825-0097">(.*?)<\/ul>/s.exec(people) ?? [];
  assert.equal(
    [...hers.matchAll(/href="(20[^"]*)"/g)].map(([, to]) => to),
    ['2024-2/margins.html', '2024-1/berehy.html'],
  );
  assert.match(people, '<li id="berg-franz">');
});

test('pages load nothing from elsewhere and run no script; only the search runs its own', async () => {
  for (const path of ['index.html', 'people.html', 'search.html']) {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(await textOf(path))?.[1] ?? '';
    assert.match(policy, /^default-src &#39;none&#39;/);
    assert.not.match(policy, /https?:|unsafe-inline|\*/);
    assert.is(policy.includes('script-src'), path === 'search.html', path);
  }
});

test('the feed has the articles with authors, language, DOI and pages, the newest first', async () => {
  const feed = await xmlOf('feed.xml');
  const entries = elementsNamed(feed, 'entry');
  assert.equal(
    entries.map((entry) => wordsInside(elementsNamed(entry, 'title')[0])),
    [
      'Der Katalog & das „Buch“',
      'Виправлення',
      'Історія бібліотеки',
      'Writing in the Margins',
      'Береги книг',
      'Ränder der Handschriften',
    ],
  );
  const ids = entries.map((entry) => wordsInside(elementsNamed(entry, 'id')[0]));
  assert.is(new Set(ids).size, ids.length);
  assert.equal([ids[0], ids[1]], ['https://doi.org/10.5555/polia.2026.1', `${base}2025-2/erratum.html`]);
  for (const entry of entries) {
    assert.ok(elementsNamed(entry, 'author').length > 0);
    for (const name of ['updated', 'published'])
      assert.match(wordsInside(elementsNamed(entry, name)[0]) ?? '', /^\d{4}-\d\d-\d\dT00:00:00Z$/);
  }
  assert.is(entries[0]?.attributes['xml:lang'], 'de');
  assert.match(wordsInside(elementsNamed(entries[0] as never, 'published')[0]) ?? '', /^2026-01-10/);
});

test('the sitemap has every page once, by the address that the page gives itself', async () => {
  const map = await xmlOf('sitemap.xml');
  const all = elementsNamed(map, 'loc').map((loc) => wordsInside(loc) ?? '');
  assert.is(new Set(all).size, all.length);
  const pages = (await filesOf()).filter((path) => /^20.*\.html$/.test(path));
  assert.equal(
    all.filter((loc) => /\/20/.test(loc)).sort(),
    pages.map((path) => base + path.replace(/index\.html$/, '')).sort(),
  );
  assert.match(await textOf('robots.txt'), `Sitemap: ${base}sitemap.xml`);
});

test('the static repository has a record for each article, in the order and form of OAI', async () => {
  const repository = await xmlOf('oai.xml');
  const [identify] = elementsNamed(repository, 'Identify');
  assert.equal(
    identify?.children.flatMap((child) => (child.type === 'element' ? [child.name.replace('oai:', '')] : [])),
    ['repositoryName', 'baseURL', 'protocolVersion', 'adminEmail', 'earliestDatestamp', 'deletedRecord', 'granularity'],
  );
  const baseUrl = wordsInside(elementsNamed(repository, 'oai:baseURL')[0]);
  assert.is(baseUrl, 'https://gateway.example.org/oai/polia.example.org/journal/oai.xml');
  const records = elementsNamed(repository, 'oai:record');
  assert.is(records.length, 6);
  const stamps = records.map((record) => wordsInside(elementsNamed(record, 'oai:datestamp')[0]) ?? '');
  assert.is(wordsInside(elementsNamed(repository, 'oai:earliestDatestamp')[0]), stamps.sort()[0]);
  const identifiers = records.map((record) => wordsInside(elementsNamed(record, 'oai:identifier')[0]));
  assert.is(new Set(identifiers).size, 6);
  assert.is(identifiers[0], 'oai:polia.example.org:2026-1/katalog');
});

test('earlier addresses lead on, by pages and by the rules of servers', async () => {
  assert.match(await textOf('old/berehy.html'), 'content="0; url=../2024-1/berehy.html"');
  const ojs = await textOf('index.php/polia/article/view/1/index.html');
  assert.match(ojs, 'content="0; url=../../../../../2024-1/berehy.html"');
  assert.match(await textOf('_redirects'), '/journal/old/berehy.html /journal/2024-1/berehy.html 301\n');
  assert.match(await textOf('_redirects'), '/archive/issue.php id=3 /journal/2024-1/berehy.html 301\n');
  assert.match(await textOf('.htaccess'), 'RewriteRule "^old/berehy\\.html/?$" "/journal/2024-1/berehy.html" [R=301');
  assert.match(await textOf('servers/nginx.conf'), '"/archive/issue.php?id=3" "/journal/2024-1/berehy.html";');
});

test('link headers lead from a page to its DOI, authors and files, and from a file to its page', async () => {
  const rules = (await textOf('_headers')).split(/^(?=\/)/m);
  const page = rules.find((rule) => rule.startsWith('/journal/2024-1/berehy.html\n')) ?? '';
  assert.match(page, '<https://doi.org/10.5555/polia.2024.1>; rel="cite-as"');
  assert.match(page, '<https://orcid.org/0000-0002-1825-0097>; rel="author"');
  assert.match(page, `<${base}2024-1/berehy/berehy.pdf>; rel="item"; type="application/pdf"`);
  const pdf = rules.find((rule) => rule.startsWith('/journal/2024-1/berehy/berehy.pdf\n')) ?? '';
  assert.match(pdf, `<${base}2024-1/berehy.html>; rel="collection"; type="text/html"`);
});

test('the same issues give the same bytes, in another folder and without a cache', async () => {
  const other = await copyJournal();
  await layPages(other);
  const again = await offprint(['site', '--no-cache'], other);
  assert.is(again.code, 0, again.stderr);
  assert.equal(await contents(join(other, 'dist/site')), await contents(site));
});

test('what is no longer in the journal leaves the site, and a user’s file stays', async () => {
  const own = await copyJournal();
  await layPages(own);
  await offprint(['site'], own);
  await writeFile(join(own, 'dist/site/CNAME'), 'polia.example.org\n');
  await mkdir(join(own, 'dist/site/2024-1/extra'), { recursive: true });
  await writeFile(join(own, 'dist/site/2024-1/extra/data.csv'), '1\n');
  const issue = join(own, 'manuscripts/2024-1/issue.yaml');
  await writeFile(issue, (await readFile(issue, 'utf8')).replace(', raender.md', ''));
  await rm(join(own, 'manuscripts/2024-1/raender.md'));
  const early = await offprint(['site'], own);
  assert.is(early.code, 2);
  assert.match(
    early.stderr,
    /2024-1 was built before it was changed: manuscripts\/2024-1\/issue\.yaml, .*raender\.md\. Build it again/,
  );
  await layPages(own);
  const late = await offprint(['site'], own);
  assert.is(late.code, 0, late.stderr);
  const left = Object.keys(await contents(join(own, 'dist/site')));
  assert.not.ok(
    left.some((path) => path.includes('raender')),
    left.join('\n'),
  );
  for (const path of ['CNAME', '2024-1/extra/data.csv']) assert.ok(left.includes(path), path);
});

test('an earlier address that two pages claim is an error at its line, and the site stays as it was', async () => {
  const own = await copyJournal();
  const article = join(own, 'manuscripts/2025-1/istoria.md');
  await layPages(own);
  await offprint(['site'], own);
  const before = await contents(join(own, 'dist'));
  const text = await readFile(article, 'utf8');
  await writeFile(article, text.replace('authors:', 'earlier: [/journal/old/berehy.html]\nauthors:'));
  await layPages(own);
  const clash = await offprint(['site'], own);
  assert.is(clash.code, 1);
  assert.match(clash.stderr, /berehy\.md:\d+:\d+ error The earlier address .* is that of Історія бібліотеки, too/);
  const pages = (all: Record<string, string>) =>
    Object.fromEntries(Object.entries(all).filter(([path]) => path.startsWith('site/')));
  assert.equal(pages(await contents(join(own, 'dist'))), pages(before));
});

test('issues without a web edition are named, and a journal without any has no site', async () => {
  const own = await copyJournal();
  const none = await offprint(['site'], own);
  assert.is(none.code, 2);
  assert.match(none.stderr, 'offprint build --only web');
  await layPages(own);
  await rm(join(own, 'dist/2025-1'), { recursive: true });
  const some = await offprint(['site'], own);
  assert.is(some.code, 0, some.stderr);
  assert.match(some.stderr, 'Not on the site, since they have no web edition: 2025-1.');
});

test('without an address there is a site of relative links, and it is said what it lacks', async () => {
  const own = await copyJournal();
  const journal = join(own, 'manuscripts/journal.yaml');
  await writeFile(journal, (await readFile(journal, 'utf8')).replace(/website: "[^"]*", /, ''));
  await layPages(own);
  const { code, stderr } = await offprint(['site'], own);
  assert.is(code, 0, stderr);
  assert.match(stderr, /journal\.yaml:\d+:\d+ warning It is not known where the site will stand/);
  const left = Object.keys(await contents(join(own, 'dist/site')));
  for (const path of ['feed.xml', 'sitemap.xml', 'oai.xml']) assert.not.ok(left.includes(path), path);
  assert.ok(left.includes('search.html'));
});

test.run();
