import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { makePrint } from '../../build/pdf/make-print.ts';
import { article, type Draft, issueOf } from '../epub/sample.ts';
import { style, theme } from '../galley/compose.ts';
import { printWatched, type WatchedPrint, wholePdf } from './print.ts';

/* What is easily got wrong where a page cuts through it: each trap by itself, looked at in the PDF. */

const chrome = await startChrome();
test.after(() => chrome.close());

interface Made {
  printed: WatchedPrint;
  /** Text of each page of the article. */
  pages: string[];
  said: string[];
}

async function make(body: string, notes: Draft['notes'] = []): Promise<Made> {
  const issue = issueOf([article(1, { front: { authors: [{ name: 'Anon' }] }, title: 'T', body, notes })]);
  const printed = await printWatched(chrome, issue, style, theme);
  const pdf = await getDocument({ data: await wholePdf(printed.units), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (const { index, of } of printed.pages.list) {
    if (of !== 'a1') continue;
    const { items } = await (await pdf.getPage(index)).getTextContent();
    // Of a word there may be several pieces.
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
  }
  await pdf.loadingTask.destroy();
  const files = new Set([...issue.files, ...issue.articles.map(({ file }) => file)]);
  return {
    printed,
    pages,
    said: [...files].flatMap(({ messages }) =>
      messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`).filter((one) => !one.startsWith('line-stretched')),
    ),
  };
}

const sentence = 'Sentences of the usual length follow one another. ';
const prose = (count: number) => `<p>${sentence.repeat(count)}</p>`;
const call = (n: number) => `<a class="call" href="#a1--note-${n}" id="a1--call-${n}">${n}</a>`;
const numbersIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => Number(match[1]));
const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, i) => i + from);

test('an ordered list runs on over columns and pages: no number is repeated or lost', async () => {
  const items = upTo(40, 7).map((n) => `<li><p>Item ${n} of it. ${sentence.repeat(3)}</p></li>`);
  const { pages, said } = await make(`${prose(3)}<ol start="7">${items.join('')}</ol>${prose(3)}`);
  assert.equal(said, []);
  assert.ok(pages.length >= 3);
  const text = pages.join(' ');
  assert.equal(numbersIn(text, /(\d+)\s*\.\s+Item/g), upTo(40, 7));
  assert.equal(numbersIn(text, /Item (\d+)/g), upTo(40, 7));
});

test('where a page parts displays without words, it says what they are', async () => {
  const drawing =
    '<svg class="outline" role="img" aria-label="x" viewBox="0 0 9 9" style="width: 9pt; height: 9pt"></svg>';
  const display = `<div class="formula" style="break-before: avoid"><span class="outlines">${drawing}</span></div>`;
  const { said } = await make(prose(1) + display.repeat(120));
  assert.ok(said.length > 0);
  for (const one of said)
    assert.match(
      one,
      /^page-rules: Page \d+ of the PDF parts what the style keeps together, at a formula or a picture$/,
    );
});

test('a line that is higher for a picture in it is as high as it is', async () => {
  const high = '<span style="display: inline-block; width: 90px; height: 80px">x</span>';
  const body = upTo(9).map((n) => `${prose(5 + n)}<p>${`${sentence.repeat(2)}${high} `.repeat(7)}</p>`);
  const { said, pages } = await make(body.join(''));
  assert.equal(said, []);
  assert.ok(pages.length >= 3);
});

test('a long table is parted between its rows, and every part has its head', async () => {
  const rows = upTo(120).map((n) => `<tr><td>Row ${n}</td><td>What it says</td></tr>`);
  const { printed, pages, said } = await make(
    `${prose(3)}<figure class="table" id="a1--t"><figcaption><span class="label">Table 1</span> Rows</figcaption><table><thead><tr><th>Heading</th><th>Words</th></tr></thead><tbody>${rows.join('')}</tbody></table></figure>${prose(3)}`,
  );
  assert.equal(said, []);
  const text = pages.join(' ');
  assert.equal(numbersIn(text, /Row (\d+)/g), upTo(120));
  const parts =
    printed.pages.begins.flatMap(({ columns }) => columns).filter((place) => /^Row/.test(place.text)).length + 1;
  assert.ok(parts >= 2);
  assert.is(text.split('Heading').length - 1, parts);
});

test('a row that is higher than a page is divided between the lines of its cells', async () => {
  const words = (letter: string, count: number) =>
    upTo(count)
      .map((n) => `${letter}${n}`)
      .join(' ');
  for (const cells of [2, 5]) {
    const more = upTo(cells - 2).map((n) => `<td>x${n}</td>`);
    const row = `<tr><td>${words('a', 300)}</td><td>${words('b', 1900)}${call(1)}</td>${more.join('')}</tr>`;
    const head = `<tr>${upTo(cells)
      .map((n) => `<th>Head ${n}</th>`)
      .join('')}</tr>`;
    const { printed, pages, said } = await make(
      `${prose(3)}<figure class="table" id="a1--t"><figcaption>Table</figcaption><table><thead>${head}</thead><tbody>${row}</tbody></table></figure>${prose(3)}`,
      [['<p>Of the last word.</p>']],
    );
    assert.is(said.length, 1, said.join('\n'));
    assert.match(said[0] ?? '', /higher than a page, and is divided/);
    assert.equal(numbersIn(pages.join(' '), /\ba(\d+)/g), upTo(300));
    assert.equal(numbersIn(pages.join(' '), /\bb(\d+)/g), upTo(1900));
    const inside = printed.pages.begins.flatMap(({ columns }) => columns).filter(({ text }) => /^[ab]\d/.test(text));
    assert.ok(inside.length > 0);
    for (const { word, text } of inside) assert.is(Number(/\d+/.exec(text)?.[0]), word + 1);
  }
});

test('thirty notes of one page, notes in headings and tables, a note called twice', async () => {
  const body = `<h2 id="a1--h">A heading${call(1)}</h2><p>${upTo(30, 2)
    .map((n) => `Word${call(n)}`)
    .join(
      ' ',
    )}</p>${prose(10)}<table><tbody><tr><td>Cell${call(32)}</td><td>Cell</td></tr></tbody></table>${prose(10)}`;
  const { pages, said } = await make(
    body,
    upTo(32).map((n) => [`<p>Note ${n} says so.</p>`]),
  );
  assert.equal(said, []);
  assert.equal(numbersIn(pages.join(' '), /Note (\d+) says/g), upTo(32));
});

test('a note longer than a page runs on, and the text goes on beside it', async () => {
  const { printed, pages, said } = await make(`<p>Begin.${call(1)}</p>${prose(60)}${prose(60)}`, [
    [
      `<p>${upTo(900)
        .map((n) => `n${n}`)
        .join(' ')}</p>`.repeat(2),
    ],
  ]);
  assert.equal(said, []);
  const note = printed.pages.survey.notes[0];
  assert.ok((note?.pages.length ?? 0) >= 2);
  assert.equal(numbersIn(pages.join(' '), /\bn(\d+)/g), [...upTo(900), ...upTo(900)]);
});

test('code of two hundred lines, verse, and a quotation in a quotation keep their lines', async () => {
  const code = upTo(200)
    .map((n) => `line ${n};`)
    .join('\n');
  const verse = upTo(80)
    .map((n) => `Verse ${n}`)
    .join('<br>');
  const quote = `<blockquote>${prose(30)}<blockquote>${prose(30)}</blockquote>${prose(30)}</blockquote>`;
  const { pages, said } = await make(`${prose(3)}<pre><code>${code}\n</code></pre><p>${verse}</p>${quote}${prose(3)}`);
  assert.equal(said, []);
  assert.equal(numbersIn(pages.join(' '), /line (\d+);/g), upTo(200));
  assert.equal(numbersIn(pages.join(' '), /Verse (\d+)/g), upTo(80));
});

test('a heading never stands last, and one at the end of its article stands', async () => {
  const { printed, said } = await make(
    `${upTo(40)
      .map((n) => `<h2 id="a1--h${n}">Heading ${n}</h2>${prose(2 + (n % 5))}`)
      .join('')}<h2 id="a1--end">Last</h2>`,
  );
  assert.equal(said, []);
  const [flow] = printed.flows.slice(-1);
  const plans = printed.plans.at(-1) ?? [];
  for (const { to } of plans.flatMap(({ columns }) => columns).slice(0, -1))
    assert.is.not(flow?.rows[to - 1]?.kind, 'heading');
});

test('an opening that is higher than its page goes on in the next column', async () => {
  const issue = issueOf([
    article(1, {
      front: { authors: [{ name: 'Anon' }] },
      title: 'T',
      abstract: upTo(12).map((n) => `Abstract ${n}. ${sentence.repeat(14)}`),
      body: prose(40),
    }),
  ]);
  const { pages } = await makePrint(chrome, issue, style, theme);
  assert.equal(pages.survey.over, []);
  assert.is(pages.misplaced, 0);
  const text = pages.survey.pages.join(' ');
  assert.equal(numbersIn(text, /Abstract (\d+)/g), upTo(12));
  assert.equal(
    pages.brokenRules.map(({ rule }) => rule),
    [],
  );
});

test('pages that begin anywhere are in the record: the words after each break are the first of its page', async () => {
  const words = upTo(4000).map((n) => `w${n}`);
  const { printed, pages, said } = await make(
    `${words.reduce((html, word, i) => `${html}${i % 170 === 0 ? (i > 0 ? '</p><p>' : '<p>') : ' '}${word}`, '')}</p>`,
  );
  assert.equal(said, []);
  const begins = printed.pages.begins.filter(({ page }) => printed.pages.list[page - 1]?.of === 'a1');
  begins.forEach(({ columns }, i) => {
    const [first] = columns;
    const text = (pages[i] ?? '').replace(/\s+/g, ' ');
    // A running head may come before it.
    assert.ok(
      text.slice(0, i === 0 ? 60 : 80).includes(first?.text.split(' ')[0] ?? '?'),
      `${first?.text}: ${text.slice(0, 80)}`,
    );
  });
});

test.run();
