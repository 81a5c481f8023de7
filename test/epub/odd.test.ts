import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { checkEpub } from '../../build/check/epub.ts';
import type { Issue } from '../../build/issue/model.ts';
import { make } from './make.ts';
import { article, call, issueOf, phrase } from './sample.ts';
import { textOf } from './unzip.ts';

/*
 * Unusual issues.
 */

const anon = { authors: [{ name: 'Anon' }] };

function only(draft: Parameters<typeof article>[1], more: Partial<Issue> = {}): Issue {
  return issueOf([article(1, draft)], more);
}

const table = `<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>b${call(1, 2)}</td></tr></tbody></table>`;

const odd: Record<string, Issue> = {
  'an article without an author': only({ front: { authors: [] }, title: 'Alone', body: '<p>Words.</p>' }),
  'twenty-five authors': only({
    front: {
      authors: Array.from({ length: 25 }, (_, i) => ({
        name: `Ann ${String.fromCharCode(65 + i)}. O’Hara & Sons`,
        affiliation: `Institute ${i % 7} <x>`,
      })),
    },
    title: 'Many hands',
    body: '<p>Words.</p>',
  }),
  'a title with markup, quotation marks and signs of XML': only({
    front: anon,
    title: '“Quoted” <em>and <strong>strong</strong></em> H<sub>2</sub>O &amp; “<i>x</i> &lt; <i>y</i>” ]]&gt;',
    subtitle: 'With <code>&lt;/section&gt;</code>',
    body: '<p>Words.</p>',
  }),
  'a note in a heading, a table in a note, a note in its cell': only({
    front: anon,
    title: 'Notes',
    body: `<p>Words.</p><h2 id="a1--h">Heading${call(1, 1)}</h2><p>Words.</p>`,
    notes: [[table], ['<p>Of a cell.</p><blockquote><p>Quoted.</p></blockquote><ol><li>One</li></ol>']],
  }),
  'a journal in Cyrillic alone': only(
    {
      lang: 'uk',
      front: { authors: [{ name: 'Іван Франко' }], keywords: ['їжак', 'ґанок'] },
      title: 'Про «їжаків»',
      abstract: ['Анотація.'],
      body: '<h2 id="a1--x">Ґанок і їжак</h2><p>Слово.</p>',
    },
    {
      slug: 'visnyk-2026-1',
      journal: {
        title: 'Вісник ґанку',
        short: 'Вісник',
        lang: 'uk',
        publisher: { name: 'Видавництво' },
        editors: [{ name: 'Леся Українка' }],
        style: 'essay',
      },
      sections: [],
      phrases: { theme: phrase('Їжаки'), topics: [phrase('Ґанок')] },
    },
  ),
  'headings that begin low, and skip': only({
    front: anon,
    title: 'Deep',
    body: '<h2 id="a1--a">A</h2><h3 id="a1--b">B</h3><h4 id="a1--c">C</h4><p>Words.</p>',
  }),
  'a double issue without a number that counts': only(
    { front: anon, title: 'Double', body: '<p>Words.</p>' },
    { facts: { volume: 'XII', number: '3-4', date: '2026-11-05', contents: [], 'first-page': 101 } },
  ),
  'a hundred notes': only({
    front: anon,
    title: 'Notes',
    body: `<p>${Array.from({ length: 100 }, (_, i) => `word${call(1, i + 1)}`).join(' ')}</p>`,
    notes: Array.from({ length: 100 }, (_, i) => [`<p>Note ${i + 1} of them.</p>`] as [string]),
  }),
};
const cyrillic = odd['a journal in Cyrillic alone'] as Issue;
cyrillic.sections = [{ articles: cyrillic.articles }];

for (const [name, issue] of Object.entries(odd)) {
  test(name, async () => {
    const file = new VFile({ path: 'odd.epub' });
    const epub = await make(issue, issue.journal.style);
    await checkEpub(epub, file, { issue });
    assert.equal(
      [file, ...issue.articles.map((one) => one.file)].flatMap(({ messages }) => messages.map(String)),
      [],
    );
    const text = textOf(epub, 'OEBPS/a1.xhtml');
    assert.not.match(text, /undefined|\[object|<(p|div|ul|span|section|header)[^>]*>\s*<\/\1>/);
  });
}

test.run();
