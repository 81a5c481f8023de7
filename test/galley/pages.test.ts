import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import type { Issue } from '../../build/issue/model.ts';
import { makePrint } from '../../build/pdf/make-print.ts';
import { article, issueOf } from '../epub/sample.ts';
import { wholePdf } from '../pages/print.ts';
import { style, theme } from './compose.ts';

const chrome = await startChrome();
test.after(() => chrome.close());

/** A run of text on a page: `x` from the left, `y` from the top, in pt. */
interface Run {
  text: string;
  x: number;
  y: number;
}

async function print(issue: Issue, look = style): Promise<Run[][]> {
  const pdf = await getDocument({
    data: await wholePdf((await makePrint(chrome, issue, look, theme)).units),
    verbosity: 0,
  }).promise;
  const pages: Run[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const height = page.view[3] ?? 0;
    const runs = items.flatMap((item) =>
      'str' in item && item.str.trim() ? [{ text: item.str, x: item.transform[4], y: height - item.transform[5] }] : [],
    );
    // Chrome draws running heads before the text.
    pages.push(runs.sort((a, b) => a.y - b.y || a.x - b.x));
  }
  return pages;
}

const prose = `<p>${'Sentences of the usual length follow one another. '.repeat(14)}</p>`;
const authors = [{ name: 'Anon' }];
const textOf = (page: Run[] | undefined): string => (page ?? []).map(({ text }) => text).join(' ');

/** A place for a page, as references between articles leave it. */
const place = (of: string, to?: string): string =>
  `<span class="folio" data-of="${of}"${to ? ` data-to="${to}"` : ''}>?</span>`;

test('cover and its back are not counted; title page, masthead, contents on a recto, articles', async () => {
  const issue = issueOf([
    article(1, {
      front: { authors },
      title: 'Alpha',
      body: `${prose.repeat(8)}<p>The <span id="end-a1">end.</span></p>`,
    }),
    article(2, {
      front: { authors },
      title: 'Omega',
      body:
        `<p>See <a class="page-reference" href="#a1">p. <span class="folio">?</span></a>.</p>` +
        `<p>Twice <a class="page-reference" href="#a1">p. ${place('a1')} and p. ${place('a1')}</a>.</p>` +
        `<p>All <a class="page-reference" href="#a1">pp. ${place('a1')}${place('a1', 'a1 end-a1')}</a>.</p>` +
        `<p>One <a class="page-reference" href="#a2">pp. ${place('a2')}${place('a2', 'a2')}</a>.</p>`,
    }),
  ]);
  const pages = await print({ ...issue, facts: { ...issue.facts, 'first-page': 41 } });
  assert.equal(pages[1], []);
  const contents = pages.findIndex((page) => /^Contents/.test(textOf(page)));
  assert.is(contents, 4);
  assert.match(textOf(pages[4]), /Alpha\s+44\s+Anon.*Omega\s+46\s+Anon.*43$/);
  assert.match(textOf(pages[5]), /^Alpha.*44$/);
  assert.match(textOf(pages[6]), /^Alpha.*45$/);
  assert.match(textOf(pages[7]), /^Omega.*See\s+p\.\s+44\s*\..*46$/);
  assert.match(textOf(pages[7]), /Twice\s+p\.\s+44\s+and\s+p\.\s+44\s*\./);
  assert.match(textOf(pages[7]), /All\s+pp\.\s+44\s*–45\s*\..*One\s+pp\.\s+46\s*\./);
  // The running head stands above the text, and not where the article opens.
  const heads = [5, 6].map((page) => (pages[page] ?? []).filter(({ y }) => y < 50).map(({ text }) => text));
  assert.equal(heads, [[], ['Alpha']]);
});

test('a board that needs a page of its own leaves the contents on a recto', async () => {
  const members = Array.from({ length: 70 }, (_, i) => ({
    name: `Member Number ${i}`,
    affiliation: 'A university with a name of some length',
  }));
  const issue = issueOf([article(1, { front: { authors }, title: 'Alpha', body: prose })]);
  const pages = await print({ ...issue, journal: { ...issue.journal, board: { title: 'Board', members } } });
  const contents = pages.findIndex((page) => /^Contents/.test(textOf(page)));
  assert.is(contents % 2, 0);
  assert.ok(contents > 4);
  assert.match(textOf(pages[contents]), new RegExp(`Alpha\\s+${contents}\\s+Anon`));
});

test('the first article begins a right-hand page where that is asked for, the others where they can', async () => {
  const issue = issueOf(
    [1, 2].map((n) => article(n, { front: { authors }, title: `Piece ${n}`, body: '<p>Short.</p>', notes: [] })),
  );
  const look = { ...style, css: `${style.css}\n:root { --first-begins: recto }` };
  const pages = await print(issue, look);
  const contents = pages.findIndex((page) => /^Contents/.test(textOf(page)));
  assert.equal(pages[contents + 1], []);
  assert.match(textOf(pages[contents + 2]), /^Piece 1/);
  assert.match(textOf(pages[contents + 3]), /^Piece 2/);
});

test('whatever stands between, the lines of the text stay on the grid', async () => {
  const line = '<p>Grid.</p>';
  const blocks = [
    '<h2 id="a1--x">A heading</h2>',
    '<blockquote><p>A quotation that is somewhat longer than one line of the column it stands in.</p></blockquote>',
    '<ul><li>One</li><li>Two</li></ul>',
    '<aside class="pullquote"><p>Words pulled out of the text, over two lines or three</p></aside>',
    '<aside class="pullquote"><p>Few words</p></aside>',
    '<aside class="box"><p>A box.</p></aside>',
    '<pre><code>code\ncode</code></pre>',
    '<figure class="table" id="a1--t"><figcaption><span class="label">Table 1</span> Caption</figcaption><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></figure>',
    '<hr>',
    '<p>Words with <code>code</code>, <span class="smallcaps">small capitals</span>, <a class="call" href="#a1--note-1" id="a1--call-1">1</a> <em>more</em>.</p>',
  ];
  const pages = await print(
    issueOf([
      article(1, { front: { authors }, title: 'T', body: line + blocks.map((block) => block + line).join('') }),
    ]),
  );
  const found = (pages[5] ?? []).filter(({ text }) => text.startsWith('Grid.')).map(({ y }) => y);
  assert.is(found.length, blocks.length + 1);
  const off = found.map((y) => (((y - (found[0] ?? 0)) % 12.75) + 12.75) % 12.75);
  assert.ok(
    off.every((rest) => rest < 0.05 || rest > 12.7),
    off.join(' '),
  );
});

test('a table of many columns goes over both columns of text, but a small one stays in its own', async () => {
  const row = (cell: string, text: string): string => `<tr>${`<${cell}>${text}</${cell}>`.repeat(8)}</tr>`;
  const table = (text: string) => `<table><thead>${row('th', text)}</thead><tbody>${row('td', text)}</tbody></table>`;
  const width = async (text: string) => {
    const body = prose + table(text) + prose;
    const pages = await print(issueOf([article(1, { front: { authors }, title: 'T', body })]));
    const places = (pages[5] ?? []).filter((one) => one.text === text).map(({ x }) => x);
    assert.is(places.length, 16);
    return Math.max(...places) - Math.min(...places);
  };
  assert.ok((await width('Generations')) > 280);
  assert.ok((await width('7')) < 150);
});

test.run();
