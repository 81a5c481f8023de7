import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import type { Picture } from '../../build/issue/model.ts';
import { readStyle } from '../../build/styles/style.ts';
import { article, call, type Draft, issueOf, png } from '../epub/sample.ts';
import { style, theme } from '../galley/compose.ts';
import { printWatched, type WatchedPrint } from './print.ts';

/* Whatever a note, a cell, a list or a paragraph may hold is fitted into it, and the build ends. */

const chrome = await startChrome();
test.after(() => chrome.close());
const essay = await readStyle(await openRepository(offprintRoot), 'essay', 'print');
const inColumns = { ...style, css: `${style.css}\n.article { --notes-at: column; }` };
const styles = { quarterly: style, essay, inColumns };

const picture = (name: string, width: number, height: number): Picture => ({
  name,
  mediaType: 'image/png',
  data: png(width, height),
  width,
  height,
});
const pictures = [
  picture('a1--wide.png', 900, 600),
  picture('a1--high.png', 600, 1800),
  picture('a1--flag.png', 60, 40),
];
const wide = '<img src="images/a1--wide.png" alt="A river" width="900" height="600">';
const high = '<img src="images/a1--high.png" alt="A tower" width="600" height="1800">';
const flag = '<img src="images/a1--flag.png" alt="A flag" width="60" height="40" style="width: 5mm">';

const sentence = 'Words of the usual length follow one another to the end of their line. ';
const prose = (count: number) => `<p>${sentence.repeat(count)}</p>`;

interface Made {
  printed: WatchedPrint;
  said: string[];
}

async function make(articles: (Pick<Draft, 'body'> & Partial<Draft>)[], look = style): Promise<Made> {
  const all = articles.map((one, i) => article(i + 1, { front: { authors: [{ name: 'Anon' }] }, title: 'T', ...one }));
  const issue = issueOf(all, { pictures });
  const printed = await printWatched(chrome, issue, look, theme);
  const said = all.flatMap(({ file }) =>
    file.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`).filter((one) => !/^line-stretched/.test(one)),
  );
  return { printed, said };
}

const long = 'abcdefghij'.repeat(50);
const span = `<span lang="fr">${sentence.repeat(4)}</span>`;
const many = (count: number, one: (i: number) => string) => Array.from({ length: count }, (_, i) => one(i)).join('');
/** Blocks that begin a note, and are divided over pages. */
const tall = [
  `<table><thead><tr><th>Town</th><th>Boats</th></tr></thead><tbody>${many(90, (i) => `<tr><td>Port ${i}</td><td>${i * 7}</td></tr>`)}</tbody></table><p>After.</p>`,
  `<pre><code>${many(150, (i) => `step ${i}\n`)}</code></pre><p>After.</p>`,
  `<ul>${many(100, (i) => `<li>item ${i}</li>`)}</ul>`,
  `<blockquote>${many(20, (i) => `<p>${i}. ${sentence.repeat(5)}</p>`)}</blockquote><p>After.</p>`,
  `<dl>${many(40, (i) => `<dt>Term ${i}</dt><dd><p>${sentence.repeat(2)}</p></dd>`)}</dl>`,
  `<aside class="box"><p>${sentence.repeat(2)}</p></aside><p>After.</p>`,
  `<aside class="box"><ul>${many(90, (i) => `<li>thing ${i}</li>`)}</ul></aside><p>After.</p>`,
  `<aside class="pullquote"><p>${sentence.repeat(2)}</p></aside><p>After.</p>`,
  `<div class="epigraph"><p>${sentence.repeat(2)}</p></div><p>After.</p>`,
].map((body): [string] => [body]);
/** What a note may hold, each too wide or too high for it, or beginning it. */
const notes = [
  `<p>${span}\n${wide}</p>`,
  `<p><q>${sentence.repeat(4)}</q> ${wide}</p>`,
  `<p><a href="https://example.org/"><cite>${sentence.repeat(4)}</cite></a><br>${wide} ${wide}</p>`,
  `<p>${high}</p>`,
  `<p>${wide}${wide}</p>`,
  `<p>A word: <span lang="de">${long}</span> and <code>${long}</code> <em>${sentence}<br>${sentence}</em></p>`,
  `<pre><code>convert --from alpha --to omega ${'--with-another '.repeat(12)}LAST\n  ${'x'.repeat(200)}\n</code></pre><p>After.</p>`,
  `<ul><li>one${flag}</li><li><p>two</p><ol><li>${sentence.repeat(2)}<ul><li>deep ${long}</li></ul></li></ol></li></ul>`,
  `<blockquote><p>${sentence.repeat(3)}</p><p>${wide}</p></blockquote>`,
  '<table><thead><tr><th>Town</th><th>Boats</th></tr></thead><tbody><tr><td>Husum</td><td>12</td></tr></tbody></table>',
  `<p>Wide.</p><table><tbody><tr>${'<td>Internationalisation</td>'.repeat(4)}</tr></tbody></table>`,
  `<dl><dt>Term</dt><dd><p>${sentence.repeat(2)}</p></dd></dl><hr><p>After the break.</p>`,
  `<figure class="figure">${wide}<figcaption>Its caption.</figcaption></figure><p>After.</p>`,
  `<p>${sentence.repeat(60)}</p>`,
  `<p>Another call.${call(1, 16)}</p>`,
  `<p>Called in a note. ${sentence}</p>`,
].map((body): [string] => [body]);
const called = notes.slice(0, -1).map((_, i) => `<p>${sentence.repeat(12)}${call(1, i + 1)}</p>`);

for (const [name, look] of Object.entries(styles)) {
  test(`what a note begins with is divided over pages without a loss, in ${name}`, async () => {
    const body = tall.map((_, i) => `<p>${sentence.repeat(20)}${call(1, i + 1)}</p>`).join('');
    const { said, printed } = await make([{ body, notes: tall }], look);
    assert.equal(said, []);
    assert.equal(printed.pages.survey.over, []);
    assert.is(printed.pages.misplaced, 0);
  });

  test(`whatever a note holds is in its column, in ${name}`, async () => {
    const { said, printed } = await make([{ body: called.join(''), notes }], look);
    assert.equal(said, []);
    assert.equal(printed.pages.survey.over, []);
    assert.equal(printed.pages.lines.failed, []);
    assert.is(printed.pages.misplaced, 0);
  });
}

test('a number stands in the first line of a note that begins with a list, a quotation, code or a table', async () => {
  const { printed } = await make([{ body: called.join(''), notes }]);
  // It is no row: the note of a list of one line has one.
  const rows = printed.flows.flatMap((flow) => flow.notes);
  const table = rows.filter(({ note }) => note === 9);
  assert.is(table.length, 1);
  const texts = printed.pages.survey.texts.filter(({ kind }) => kind === 'note').map(({ text }) => text.trim());
  assert.match(texts.find((text) => text.startsWith('10')) ?? '', /^10\s*Town/);
});

test('pictures are in proportion and inside what they stand in: items, cells, headings, emphasis, indented paragraphs', async () => {
  const body = `${prose(3)}<ul><li>${flag} one</li><li><p><em>${flag}</em> two</p></li></ul><h2>A heading ${flag}</h2>${prose(1)}
    <p>${wide}\n<em>Figure 1. With its words on the next line.</em></p>${prose(1)}<p>${wide} ${wide}</p>${prose(1)}<p><em>${wide}</em> and words</p>
    <table><tbody><tr><td>${flag}</td><td>${sentence.repeat(3)}</td></tr><tr><td>${wide}</td><td>x</td></tr></tbody></table>${prose(30)}`;
  for (const look of Object.values(styles)) {
    const { said, printed } = await make([{ body }], look);
    assert.equal(said, []);
    assert.equal(printed.pages.survey.over, []);
    assert.equal(printed.pages.lines.failed, []);
  }
});

test('a picture with neither a caption nor a name stays where it is; one that has either may move', async () => {
  const figure = (id: string, caption: string) => `<figure class="figure"${id}>${wide}${caption}</figure>`;
  const rest = `${prose(2)}${figure('', '')}${prose(2)}`;
  const { printed } = await make([
    { body: rest },
    { body: rest.replace('<figure', '<figure id="a2--x"') },
    { body: rest.replace('</figure>', '<figcaption>Words.</figcaption></figure>') },
  ]);
  const floats = ['a1', 'a2', 'a3'].map((id) => printed.flows.find(({ name }) => name === id)?.floats.length);
  assert.equal(floats, [0, 1, 1]);
});

test('numbers and undivided words are whole in narrow columns; what does not fit even so is told at its table', async () => {
  const heads = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
  const words =
    'Internationalisation responsibility characteristics 100,000.55 1,234,567 12.5% representation administration collaboration';
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((one) => `<${tag}>${one}</${tag}>`).join('')}</tr>`;
  const table = `<table><thead>${row(heads, 'th')}</thead><tbody>${row(words.split(' '), 'td')}</tbody></table>`;
  const numbers = `<table><tbody>${row(Array<string>(20).fill('100,000.55'), 'td')}</tbody></table>`;
  const narrow = { ...style, css: `${style.css}\n:root { --page-width: 130mm; }` };
  const { printed, said } = await make([{ body: `${prose(2)}${table}${prose(2)}` }], narrow);
  assert.equal(said, []);
  const cells = printed.lines.filter(({ tag }) => /^t[dh]$/.test(tag));
  const lines = cells.flatMap((cell) => cell.lines);
  for (const whole of ['100,000.55', '1,234,567', '12.5%', ...heads])
    assert.ok(
      lines.some(({ text }) => text === whole),
      `${whole} is whole`,
    );
  for (const { text, hyphen } of cells.flatMap((cell) => cell.lines.slice(0, -1)))
    assert.ok(hyphen, `${text} ends with a hyphen`);
  const tight = await make([{ body: `${prose(2)}${numbers}${prose(2)}` }], narrow);
  assert.equal(
    tight.said.map((one) => one.replace(/:.*/, '')),
    ['table-fits'],
  );
});

test('a picture in a cell that is wider than its page leaves words beside it whole', async () => {
  const cell = (width: number) =>
    `<tr><td><img src="images/a1--wide.png" alt="A band" width="900" height="600" style="width: ${width}mm"></td><td>twelve undivided</td></tr>`;
  const { printed, said } = await make([
    {
      body: `${prose(2)}<table><thead><tr><th>Picture</th><th>Inches</th></tr></thead><tbody>${cell(200)}${cell(20)}</tbody></table>${prose(2)}`,
    },
  ]);
  assert.equal(said, []);
  const lines = printed.lines.flatMap(({ tag, lines }) => (/^t[dh]$/.test(tag) ? lines : []));
  assert.equal(
    lines.map(({ text }) => text).filter((text) => /\w/.test(text)),
    ['Picture', 'Inches', 'twelve', 'undivided', 'twelve', 'undivided'],
  );
});

test('a row that is higher than a page is whole, with its references to pages', async () => {
  const link = '<a class="page-reference" href="#a1--x">p. <span class="folio">?</span></a>';
  const body = `<h2 id="a1--x">A part</h2>${prose(2)}<table><tbody><tr><td>${link} ${sentence.repeat(90)} ${link}</td><td>x</td></tr></tbody></table>`;
  const { said } = await make([{ body }]);
  assert.equal(
    said.map((one) => one.replace(/:.*/, '')),
    ['page-rules'],
  );
});

test('two tables that begin with the same words are both there', async () => {
  const rows = (last: string) =>
    `<table><thead><tr>${Array.from({ length: 6 }, (_, i) => `<th>Heading ${i}</th>`).join('')}</tr></thead><tbody><tr>${`<td>${last}</td>`.repeat(6)}</tr></tbody></table>`;
  const { said } = await make([{ body: `${prose(4)}${rows('x')}${prose(3)}${rows('y')}${prose(4)}` }]);
  assert.equal(said, []);
});

test.run();
