import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../../build/browser/browser.ts';
import type { Issue } from '../../../build/issue/model.ts';
import { makePrint, type PrintedIssue, type PrintOptions } from '../../../build/pdf/make-print.ts';
import { openPdf } from '../../../build/pdf-reading/file/open-pdf.ts';
import type { Style } from '../../../build/styles/style.ts';
import type { Theme } from '../../../build/theme/theme.ts';
import { memoryCache } from '../../cache/memory-cache.ts';
import { article, call, type Draft, issueOf } from '../../epub/sample.ts';
import { style, theme } from '../../galley/compose.ts';

/* Each unit is laid out and printed by itself: the others, the tabs, and what was kept change nothing of it. */

const chrome = await startChrome();
test.after(() => chrome.close());

const sentence = 'Sentences of the usual length follow one another on this page. ';
const prose = (count: number) => `<p>${sentence.repeat(count)}</p>`;
const page = (of: string, text = 'p. ') =>
  `<a class="page-reference" href="#${of}">${text}<span class="folio">?</span></a>`;

const drafts: Record<number, Pick<Draft, 'body'> & Partial<Draft>> = {
  1: {
    body: `${prose(60)}<p>See ${page('a3--later')} and ${page('a1--own')}.</p><h2 id="a1--own">Own</h2>${prose(20)}`,
  },
  2: { body: `${prose(30)}<p>A call.${call(2, 1)}</p>${prose(9)}`, notes: [['<p>A note of some words.</p>']] },
  3: { body: `${prose(80)}<h2 id="a3--later">Later</h2><p>Back to ${page('a1')}, ${page('a2')}.</p>${prose(5)}` },
  4: { body: `${prose(12)}<p>Short, and on the page of the third.</p>`, front: { authors: [], kind: 'note' } },
};

/** An issue of some of the articles, in this order. */
function issueWith(numbers: readonly number[], changed: typeof drafts = {}): Issue {
  return issueOf(
    numbers.map((n) =>
      article(n, {
        front: { authors: [{ name: 'Anon' }] },
        title: `Title ${n}`,
        body: '',
        ...drafts[n],
        ...changed[n],
      }),
    ),
  );
}

/** A style in which notes run on behind the article before them. */
const runningOn: Style = { ...style, css: `${style.css}\n.kind-note { --begins: run-on; }` };

const print = (issue: Issue, options: PrintOptions = {}, look = runningOn) =>
  makePrint(chrome, issue, look, theme, { offprints: true, ...options });

const bytesOf = ({ units }: PrintedIssue) =>
  Promise.all(
    units.map(async ({ name, pdf, tags, copies, folios }) => ({
      name,
      pdf: Buffer.from(await pdf()).toString('base64'),
      tags,
      copies,
      folios,
    })),
  );

test('any number of tabs, a cold cache, a warm one and one with holes give the same bytes', async () => {
  const issue = () => issueWith([1, 2, 3, 4]);
  const wanted = await bytesOf(await print(issue(), { tabs: 1 }));
  assert.equal(
    wanted.map(({ name }) => name),
    ['cover', 'a1', 'a2', 'a3', 'colophon'],
  );
  const cache = memoryCache();
  assert.equal(await bytesOf(await print(issue(), { tabs: 4, cache })), wanted);
  cache.made();
  assert.equal(await bytesOf(await print(issue(), { tabs: 2, cache })), wanted);
  assert.equal(cache.made(), []);
  for (const [i, key] of [...cache.entries.keys()].entries()) if (i % 2 === 0) cache.entries.delete(key);
  assert.equal(await bytesOf(await print(issue(), { tabs: 3, cache })), wanted);
});

test('what is said is said again from the cache', async () => {
  const cache = memoryCache();
  const said = async () => {
    const issue = issueWith([1], {
      1: { body: `<table><tbody><tr>${'<td>12345678</td>'.repeat(40)}</tr></tbody></table>${prose(3)}` },
    });
    await print(issue, { cache });
    return issue.articles.flatMap(({ file }) => file.messages.map(String));
  };
  const first = await said();
  assert.ok(first.length > 0, 'there is something to say');
  assert.equal(await said(), first);
});

test('a change in one article is the work of that article', async () => {
  const cache = memoryCache();
  const before = await bytesOf(await print(issueWith([1, 2, 3]), { cache }));
  cache.made();
  const comma = { 2: { ...drafts[2], body: (drafts[2]?.body ?? '').replace('Sentences of', 'Sentences, of') } };
  const issue = issueWith([1, 2, 3], comma);
  const after = await bytesOf(await print(issue, { cache }));
  assert.equal(cache.made().sort(), ['layout', 'print']);
  assert.equal(after, await bytesOf(await print(issueWith([1, 2, 3], comma))));
  assert.equal(
    after.map(({ pdf }, i) => pdf === before[i]?.pdf),
    [true, true, false, true, true],
  );
});

test('an article that becomes longer moves those behind it, and their folios and references are true', async () => {
  const cache = memoryCache();
  await print(issueWith([1, 2, 3]), { cache });
  const longer = { 1: { ...drafts[1], body: `${prose(90)}${drafts[1]?.body}` } };
  const printed = await print(issueWith([1, 2, 3], longer), { cache });
  assert.ok(printed.pages.foliosHold);
  assert.equal(await bytesOf(printed), await bytesOf(await print(issueWith([1, 2, 3], longer))));
  const { survey, folios } = printed.pages;
  for (const { target, text } of survey.folios) assert.is(text, folios.get(target), target);
  assert.ok(survey.folios.filter(({ target }) => target.startsWith('a')).length >= 7);
});

test('an article printed alone has the lines and pages that it has in an issue', async () => {
  const textsOf = ({ pages: { survey, list } }: PrintedIssue) =>
    survey.pages.filter((_, i) => list[i]?.of === 'a2').map((text) => text.replace(/\d+/g, ''));
  assert.equal(textsOf(await print(issueWith([2]))), textsOf(await print(issueWith([1, 2, 3, 4]))));
});

test('the first page of a style’s @page rules is that of the issue, not of every unit', async () => {
  const first: Style = { ...runningOn, css: `${runningOn.css}\n@page :first { size: 100mm 100mm; }` };
  const { units } = await print(issueWith([1, 2, 3]), {}, first);
  const widths: number[][] = [];
  for (const { pdf } of units.slice(1)) {
    const pages = openPdf(await pdf()).getPages();
    widths.push(pages.map((page) => Math.round(page.getWidth())));
  }
  const [width = 0] = widths.flat();
  assert.is(width, Math.round((170 / 25.4) * 72));
  assert.equal(new Set(widths.flat()), new Set([width]));
  // Some begin on the left, some on the right.
  assert.is(new Set(units.slice(1).map(({ folios: [folio] }) => Number(folio) % 2)).size, 2);
});

test('pages are told apart by what they show, not by where they stand in the source', async () => {
  const hashes = async (numbers: number[], changed?: typeof drafts) => {
    const { pages } = await print(issueWith(numbers, changed));
    return pages.hashes.filter((_, i) => pages.list[i]?.of === 'a2');
  };
  const before = await hashes([1, 2]);
  assert.equal(await hashes([3, 2]), before);
  const changed = { 2: { ...drafts[2], body: (drafts[2]?.body ?? '').replace('A call', 'The call') } };
  const after = await hashes([1, 2], changed);
  assert.is(after.filter((hash, i) => hash !== before[i]).length, 1);
});

test('offprints name their source as the template of today does, whatever it makes of pages', async () => {
  const issue = () => issueWith([1, 2, 3]);
  const lineOf = (word: string): Theme => ({
    ...theme,
    templates: {
      render: async (path, data) => {
        if (path !== 'print/offprint-line.ejs') return theme.templates.render(path, data);
        const { pages } = data as { pages: string };
        return /[3-9]/.test(pages) ? `${word} ${pages}` : pages;
      },
    },
  });
  const options = { offprints: true, cache: memoryCache() };
  await makePrint(chrome, issue(), runningOn, lineOf('Pages'), options);
  const warm = await bytesOf(await makePrint(chrome, issue(), runningOn, lineOf('Sheets'), options));
  assert.equal(warm, await bytesOf(await makePrint(chrome, issue(), runningOn, lineOf('Sheets'), { offprints: true })));
});

test('a picture that is another one under the same name is shown, however it is named', async () => {
  const cache = memoryCache();
  const issueShowing = (colour: string): Issue => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${colour}"/></svg>`;
    const data = new TextEncoder().encode(svg);
    const shown = { body: `<p style="background: url(&quot;images/a1--map.svg&quot;)">${sentence}</p>` };
    const picture = { name: 'a1--map.svg', named: 'map.svg', mediaType: 'image/svg+xml', width: 9, height: 9 } as const;
    return { ...issueWith([1], { 1: shown }), pictures: [{ ...picture, data }] };
  };
  const red = await bytesOf(await print(issueShowing('red'), { cache }));
  const blue = await bytesOf(await print(issueShowing('blue'), { cache }));
  assert.equal(blue, await bytesOf(await print(issueShowing('blue'))));
  assert.not.equal(blue, red);
});

test.run();
