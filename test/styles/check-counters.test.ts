import postcss from 'postcss';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { checkCounters } from '../../build/styles/check-counters.ts';

const test = suite('styles/check-counters');

const found = (css: string, from = '/styles/ours.css') =>
  checkCounters(postcss.parse(css, { from, map: false }), (path) => path === 'styles/ours.css').map(
    ({ line, column, level = 'error', found }) =>
      `${line}:${column} ${level} ${found.split(' ').slice(0, 2).join(' ')}`,
  );

test('what the browser says that it has and does not print is told where it is asked for', () => {
  assert.equal(
    found(
      'p {}\n@supports (content: target-counter(attr(href), page)) {\n  a::after { content: target-counter(attr(href url), page); }\n}',
    ),
    ['2:1 warning @supports (target-counter(…))'],
  );
  assert.equal(found('a::after { content: "p. " target-text(attr(href)) }'), ['1:12 warning target-text(…) prints']);
});

test('what changes the numbers of pages is told', () => {
  assert.equal(found('@page article { @bottom-left { content: counter(page) " of " counter( pages ) } }'), [
    '1:32 error counter(pages) has',
  ]);
  assert.equal(
    found('@page :first { counter-reset: a page 7; counter-increment: page 2 }\n.article { counter-set: page 1 }'),
    ['1:16 error counter-reset: a', '1:41 error counter-increment: page', '2:12 error counter-set: page'],
  );
});

test('other counters are a style’s own affair, and the house’s stylesheets the house’s', () => {
  assert.equal(found('ol { counter-reset: item pages-read } li::before { content: counter(item) counter(page) }'), []);
  assert.equal(found('@supports (display: grid) { a::after { content: leader(".") } }'), []);
  assert.equal(found('html { counter-reset: page 5 }', '/styles/base/page.css'), []);
});

test('the browser does say so', async () => {
  const chrome = await startChrome();
  const site = { entry: 'a.html', files: new Map([['a.html', { type: 'text/html', data: '<p>' }]]) };
  const says = await chrome.withPage(site, (page) =>
    page.evaluate(() =>
      [
        'target-counter(attr(href), page)',
        'target-counters(attr(href), page, ".")',
        'target-text(attr(href))',
        'leader(".")',
      ].map((value) => CSS.supports('content', value)),
    ),
  );
  await chrome.close();
  assert.equal(says, [true, true, true, false]);
});

test.run();
