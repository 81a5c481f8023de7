import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { visit } from 'unist-util-visit';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { fromXml } from 'xast-util-from-xml';
import { startChrome } from '../../build/browser/browser.ts';
import { checkEpub } from '../../build/check/epub.ts';
import { make } from './make.ts';
import { richIssue } from './rich-issue.ts';
import { article, issueOf, minimalIssue } from './sample.ts';
import { textOf, unzip } from './unzip.ts';

const chrome = await startChrome();
test.after(() => chrome.close());

for (const [name, issue, style] of [
  ['rich', richIssue(), 'quarterly'],
  ['minimal', minimalIssue(), 'essay'],
] as const) {
  test(`all validators and rules pass the ${name} issue`, async () => {
    const file = new VFile({ path: `${name}.epub` });
    const epub = await make(issue, style);
    await checkEpub(epub, file, { issue, validators: { chrome: async () => chrome } });
    assert.equal(
      file.messages.map(({ reason }) => reason),
      [],
    );
  });
}

test('the same issue gives the same bytes in another time zone', async () => {
  const script = fileURLToPath(new URL('./hash.ts', import.meta.url));
  const hashes = ['UTC', 'Asia/Tokyo'].map((zone) =>
    execFileSync(process.execPath, [...process.execArgv, script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }),
  );
  const here = createHash('sha256')
    .update(await make(richIssue()))
    .digest('hex');
  assert.equal(hashes, [here, here]);
});

test('what the facts do not tell leaves no empty element', async () => {
  for (const { path, data } of unzip(await make(minimalIssue()))) {
    if (!/\.(xhtml|opf|ncx)$/.test(path)) continue;
    const text = data.toString('utf8');
    assert.not.match(text, /undefined|\[object/, path);
    visit(fromXml(text), 'element', ({ name, attributes, children }) => {
      if (children.length === 0) assert.ok(Object.keys(attributes).length > 0 || name === 'br', `${path}: <${name}/>`);
    });
  }
});

test('every document links only to ids and files that are there', async () => {
  const entries = unzip(await make(richIssue()));
  const ids = new Map<string, Set<string>>();
  const links: [from: string, to: string][] = [];
  for (const { path, data } of entries) {
    if (!path.endsWith('.xhtml')) continue;
    const own = new Set<string>();
    ids.set(path, own);
    visit(fromXml(data.toString('utf8')), 'element', ({ attributes: { id, href } }) => {
      if (id) assert.not.ok(own.has(id), `${path}: #${id} stands twice`);
      if (id) own.add(id);
      if (href && !/^(https?|mailto):/.test(href)) links.push([path, href]);
    });
  }
  for (const [from, to] of links) {
    const [file, fragment] = to.split('#') as [string, string | undefined];
    const path = file ? `OEBPS/${file}` : from;
    assert.ok(
      entries.some((entry) => entry.path === path),
      `${from} → ${to}`,
    );
    if (fragment) assert.ok(ids.get(path)?.has(fragment), `${from} → ${to}`);
  }
  assert.ok(links.length > 40);
});

test('an article in another language than the journal’s speaks its own', async () => {
  const article = textOf(await make(richIssue()), 'OEBPS/a3.xhtml');
  assert.match(article, /<html [^>]*lang="uk"/);
  assert.match(article, /<h2 id="abstract">Анотація<\/h2>/);
  assert.match(article, /<p class="section" lang="en-GB" xml:lang="en-GB">Reviews/);
  assert.match(
    article,
    /<a href="a1.xhtml#a1--sec-end" lang="en-GB" xml:lang="en-GB">«What is left &#x26; what is lost»<\/a>/,
  );
});

test('a long description stands below its figure, and its picture is tied to it', async () => {
  const text = textOf(await make(richIssue()), 'OEBPS/a1.xhtml');
  assert.match(text, /<img [^>]*aria-details="a1--fig-way-description"/);
  assert.match(
    text,
    /<details class="description" id="a1--fig-way-description"><summary>Description of the figure<\/summary>/,
  );
});

test('an article has a book of its own, whose links out of it lead to DOIs, or nowhere', async () => {
  const issue = richIssue();
  const [first, second, third] = issue.articles;
  const [a, b] = [
    await make(issue, 'quarterly', undefined, undefined, first),
    await make(issue, 'essay', undefined, undefined, third),
  ];
  for (const [epub, article] of [
    [a, first],
    [b, third],
  ] as const) {
    const file = new VFile({ path: `${article?.name}.epub` });
    await checkEpub(epub, file, { issue });
    assert.equal(file.messages.map(String), []);
    assert.equal(article?.file.messages.map(String), []);
    const paths = unzip(epub).map(({ path }) => path);
    assert.not.ok(paths.some((path) => /title|masthead/.test(path)));
    assert.is(paths.filter((path) => /a\d\.xhtml$/.test(path)).length, 1);
  }
  assert.is(second?.front.doi, undefined);
  assert.match(textOf(a, 'OEBPS/a1.xhtml'), '<span>Table 1</span>');
  assert.match(textOf(b, 'OEBPS/a3.xhtml'), 'href="https://doi.org/10.5555/sample.2026.1.1"');
  const opf = textOf(a, 'OEBPS/content.opf');
  for (const line of [
    '<dc:title id="title">Notes &amp; Queries: x &lt; y in the Margins</dc:title>',
    '<dc:creator id="author-1">Anna Müller</dc:creator>',
    '<dc:identifier id="doi">https://doi.org/10.5555/sample.2026.1.1</dc:identifier>',
    '<meta refines="#journal" property="group-position">12.3</meta>',
    '<dc:subject>the page</dc:subject>',
  ])
    assert.ok(opf.includes(line), line);
  assert.ok(unzip(a).some(({ path }) => path === 'OEBPS/images/a1--way.svg'));
  assert.not.ok(unzip(b).some(({ path }) => path === 'OEBPS/images/a1--way.svg'));
});

test('no soft hyphen of an author comes into the book', async () => {
  const issue = issueOf([
    article(1, { front: { authors: [{ name: 'A' }] }, title: 'T', body: '<p>under&shy;stand</p>' }),
  ]);
  assert.match(textOf(await make(issue), 'OEBPS/a1.xhtml'), '<p>understand</p>');
});

test.run();
