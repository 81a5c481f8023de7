import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { keepRanges } from '../../build/galley/keep-ranges.ts';
import { toXhtml } from '../../build/theme/xhtml.ts';

const kept = (html: string) =>
  toXhtml(keepRanges(fromHtml(html, { fragment: true })).children as ElementContent[]).replace(
    /<span class="range">(.*?)<\/span>/g,
    '[$1]',
  );

test('ranges in cells are kept in one line', () => {
  const cell = (words: string) => `<table><tbody><tr><td>${words}</td></tr></tbody></table>`;
  assert.is(kept(cell('1591–1788, COVID-19')), cell('[1591–1788,] [COVID-19]'));
  assert.is(kept(cell('12,5-13 <b>7–8</b>')), cell('[12,5-13] <b>[7–8]</b>'));
  assert.is(kept(cell('so–called well-known – 5')), cell('so–called well-known – 5'));
});

test('text elsewhere is left alone', () => {
  assert.is(kept('<p>1591–1788</p>'), '<p>1591–1788</p>');
});

test.run();
