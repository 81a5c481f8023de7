import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { foreignRunsIn } from '../../build/typography/foreign-runs.ts';

const textsIn = (text: string, lang = 'uk') => foreignRunsIn(text, lang).map((run) => run.text);

test('what is opened among words from right to left is closed with them', () => {
  assert.equal(textsIn('רש״י על בראשית א, 1: «אין המקרא הזה». Далі.'), ['רש״י על בראשית א, 1: «אין המקרא הזה»']);
  assert.equal(textsIn('Раші (רש״י) пише'), ['רש״י']);
  assert.equal(textsIn('слово (ראשית ממלכתו (בראשית), 10)'), ['ראשית ממלכתו (בראשית)']);
});

test('a comma of the text around parts Arabic names, an Arabic one and a Hebrew one do not', () => {
  assert.equal(textsIn('names, محمد, علي and پرویز، چنگیز', 'en'), ['محمد', 'علي', 'پرویز، چنگیز']);
  assert.equal(textsIn('назви: שמות, ויקרא.'), ['שמות, ויקרא']);
});

test.run();
