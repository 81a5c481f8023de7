import { visitParents } from 'unist-util-visit-parents';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fromXml } from 'xast-util-from-xml';
import type { Site } from '../../build/browser/browser.ts';
import { sheetsAndFlows } from '../../build/galley/sheets-and-flows.ts';
import { article, call, html, issueOf, minimalIssue, phrase } from '../epub/sample.ts';
import { compose } from './compose.ts';

function documentOf(site: Site): string {
  return String(site.files.get(site.entry)?.data);
}

const full = issueOf(
  [
    article(1, {
      front: {
        authors: [{ name: 'Jane Smith', affiliation: 'A University', country: 'Norway', orcid: '0000-0002-1825-0097' }],
        doi: '10.5555/x.1',
      },
      title: 'One & “Two”',
      subtitle: 'A subtitle',
      abstract: ['What it says.'],
      translations: [{ lang: 'uk', title: phrase('Один'), abstract: [phrase('Про що мова.')], keywords: ['слово'] }],
      bios: ['Jane Smith writes.'],
      body: `<p>Words${call(1, 1)} and <a class="page-reference" href="#a2--sec-x">p. <span class="folio">?</span></a>.</p>`,
      notes: [
        ['<p>A note: <a href="https://example.org/a/b?c=d">https://example.org/a/b?c=d</a></p>'],
        ['<ul><li>Only a list</li></ul>'],
      ],
    }),
    article(2, {
      front: { authors: [{ name: 'Anon' }], 'short-title': 'Say "\\two"' },
      title: 'Two',
      body: '<h2 id="a2--sec-x">X</h2><p>End.</p>',
    }),
  ],
  { phrases: { theme: phrase('The theme'), topics: [phrase('A topic')], publishersNote: [phrase('Thanks.')] } },
);

test('a fact that is not given leaves no empty element', async () => {
  const empty: string[] = [];
  const filled = ['meta', 'link', 'br', 'rect', 'line', 'img', 'wbr'];
  visitParents(fromXml(documentOf(await compose(minimalIssue()))), 'element', (element, ancestors) => {
    const path = [...ancestors.flatMap((node) => (node.type === 'element' ? [node] : [])), element];
    const hasText = element.children.some(
      (child) => child.type === 'element' || (child.type === 'text' && child.value.trim()),
    );
    // The page behind the cover is empty on purpose, and the folios come when pages are made up; a space is a space.
    const meant = /\b(blank|folio|gap)$/.test(element.attributes.class ?? '');
    const inCover = path.some(({ name }) => name === 'svg');
    if (!hasText && !meant && !inCover && !filled.includes(element.name))
      empty.push(path.map(({ name }) => name).join(' > '));
  });
  assert.equal(empty, []);
});

test('what is given is there', async () => {
  const text = documentOf(await compose(full));
  for (const words of [
    'A subtitle',
    'What it says.',
    'Про що мова.',
    'слово',
    'Jane Smith writes.',
    'A University, Norway',
    '10.5555/x.1',
    '0000-0002-1825-0097',
    'The theme',
    'Thanks.',
    'Only a list',
  ])
    assert.match(text, words);
  assert.match(text, '<h1>One &#x26; “Two”</h1>');
  assert.match(text, '<div class="translation" lang="uk" xml:lang="uk">');
});

test('a label has its colon as its language wants it', async () => {
  const front = { authors: [{ name: 'Anon' }], keywords: ['mot'] };
  const issue = issueOf([article(1, { front, title: 'Un', lang: 'fr', body: '<p>Texte.</p>' })]);
  assert.match(documentOf(await compose(issue)), '<b>Mots-clés\u00a0:</b> mot');
});

test('notes carry their number as a way back', async () => {
  const text = documentOf(await compose(full));
  assert.match(
    text,
    /<div class="note" id="a1--note-1"[^>]*><p[^>]*><a class="number" href="#a1--call-1">1 <\/a>A note: /,
  );
  assert.match(
    text,
    /<div class="note" id="a1--note-2"[^>]*><p[^>]*><a class="number" href="#a1--call-2">2<\/a><\/p><ul/,
  );
});

test('an address that is printed may break, and keeps its letters', async () => {
  const text = documentOf(await compose(full));
  assert.match(text, '>https://<wbr/>example<wbr/>.org<wbr/>/a<wbr/>/b<wbr/>?c=d</a>');
});

test('there is room for folios in contents and page references', async () => {
  const text = documentOf(await compose(full));
  assert.match(text, '<span class="folio"></span></a></div>\n<p class="authors">');
  assert.match(text, 'p. <span class="folio">00</span>');
});

test('each article has pages of its own, with its words in the running head', async () => {
  const css = String((await compose(full)).files.get('galley.css')?.data);
  assert.match(css, /@page a1--pages:right \{\s*@top-right \{ content: "One & “Two”";/);
  assert.match(css, 'content: "Say \\"\\\\two\\""');
  assert.match(css, /@page a2--open:right \{\s*@top-right \{ content: "";/);
});

test('a long running head is cut at a word', async () => {
  const title = 'A Title that Goes on and on beyond What a Running Head Can Hold in One Line of a Page';
  const css = String(
    (await compose(issueOf([article(1, { front: { authors: [{ name: 'A' }] }, title, body: '<p>x</p>' })]))).files.get(
      'galley.css',
    )?.data,
  );
  assert.match(css, 'content: "A Title that Goes on and on beyond What a Running Head Can Hold …"');
});

test('the document loads nothing that is not in the site', async () => {
  const site = await compose({
    ...full,
    pictures: [{ name: 'a1--x.png', mediaType: 'image/png', data: new Uint8Array(1), width: 1, height: 1 }],
  });
  const css = String(site.files.get('galley.css')?.data);
  for (const [, path = ''] of css.matchAll(/url\("(.*?)"\)/g)) assert.ok(site.files.has(path), path);
  assert.ok(site.files.has('images/a1--x.png'));
});

test('the same issue gives the same document', async () => {
  assert.is(documentOf(await compose(full)), documentOf(await compose(full)));
});

test('trees are copied, not changed', async () => {
  const body = html('<p><a class="page-reference" href="#a1--x">p. <span class="folio">?</span></a></p>');
  const issue = issueOf([article(1, { front: { authors: [{ name: 'A' }] }, title: 'T', body: '' })]);
  const [first] = issue.articles;
  if (first) first.body.children = body;
  const before = JSON.stringify(issue.articles[0]?.body);
  await compose(issue);
  assert.is(JSON.stringify(issue.articles[0]?.body), before);
});

test('what is neither a sheet nor a flow cannot be made up into pages', () => {
  const body = (markup: string) => fromXml(`<html><head/><body><section class="sheet blank"/>${markup}</body></html>`);
  assert.is(sheetsAndFlows(body('<article class="flow article"/>'), 'x.ejs').parts.length, 2);
  assert.throws(
    () => sheetsAndFlows(body('<article class="article"/>'), 'x.ejs'),
    /<article class="article"> in the body is neither/,
  );
  assert.throws(() => sheetsAndFlows(body('words'), 'x.ejs'), /Text in the body is neither/);
});

test.run();
