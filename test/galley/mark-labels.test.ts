import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { markLabels } from '../../build/galley/mark-labels.ts';
import { toXhtml } from '../../build/theme/xhtml.ts';

const marked = (value: string) =>
  toXhtml(markLabels([{ type: 'text', value }])).replaceAll(/<span class="label-number">(.*?)<\/span>/g, '[$1]');

test('numbers of labels are marked, and a 1 alone after words for pages and volumes', () => {
  assert.is(
    marked('Abb. 1 und Tabelle 12–14, S. 1, S. 12, Nr. 1'),
    'Abb. [1] und Tabelle [12–14], S. [1], S. 12, Nr. [1]',
  );
  assert.is(marked('see Figure 1.2 and p. 1, p. 1,000, pp. 1–3'), 'see Figure [1.2] and p. [1], p. 1,000, pp. 1–3');
  assert.is(marked('рис.\u00a03, №1; таблиця 2'), 'рис.\u00a0[3], №[1]; таблиця [2]');
  assert.is(marked('Vegetables 1, in 1911, ab. 1'), 'Vegetables 1, in 1911, ab. 1');
});

test('the number of a reference is marked, which is a text of its own', () => {
  const texts = ['Tabelle 1, Abb.\u00a0', '2', ' und 3'].map((value) => ({ type: 'text' as const, value }));
  assert.is(
    toXhtml(markLabels(texts)).replaceAll(/<span class="label-number">(.*?)<\/span>/g, '[$1]'),
    'Tabelle [1], Abb.\u00a0[2] und 3',
  );
});

test('code keeps its text', () => {
  const code = {
    type: 'element' as const,
    tagName: 'code',
    properties: {},
    children: [{ type: 'text' as const, value: 'Fig. 1' }],
  };
  assert.equal(markLabels([code]), [code]);
});

test.run();
