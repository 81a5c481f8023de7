import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compareTexts } from '../../build/words/compare-texts.ts';
import {
  addSoftBreak,
  appendText,
  emptyText,
  type NormalizedText,
  normalizedText,
} from '../../build/words/normalized-text.ts';

/** A text of lines; a line that ends with a space has it in the file. */
function lines(...texts: string[]): NormalizedText {
  const normalized = emptyText();
  for (const text of texts) {
    appendText(normalized, text);
    addSoftBreak(normalized);
  }
  return normalized;
}

const kind = (wanted: string, found: NormalizedText) => compareTexts(normalizedText(wanted), found)?.kind;

test('the same words are the same, in whatever form, and among others', () => {
  assert.is(kind('The cooper’s ﬃ', normalizedText('and THE COOPERʼS FFI too')), undefined);
  assert.is(kind('wholly kept', lines('whol\u00ad', 'ly', 'kept')), undefined);
  assert.is(kind('Ю́рій', normalizedText('Ю́рій')), undefined);
});

test('what is lost comes before what is torn, and that before what a line’s end parts', () => {
  assert.is(kind('Ю́рій', normalizedText('Юрій')), 'lost');
  assert.is(kind('one two', normalizedText('two one')), 'lost');
  assert.is(kind('one two', normalizedText('onetwo')), 'joined');
  assert.is(kind('one two', normalizedText('o ne two')), 'torn');
  assert.is(kind('one two', lines('o', 'ne two')), 'parted');
  assert.is(kind('one two', lines('o ', 'ne two')), 'parted');
  assert.is(kind('one two three', lines('o', 'ne two th ree')), 'torn');
});

test('a formula between two words is no space, and a line may end at it or not', () => {
  const wanted = lines('a model ', ', which');
  assert.is(compareTexts(wanted, lines('a model', ', which'))?.kind, undefined);
  assert.is(compareTexts(wanted, normalizedText('a model , which'))?.kind, undefined);
  assert.is(compareTexts(wanted, normalizedText('a model, which'))?.kind, 'joined');
  assert.is(compareTexts(lines('n', 'th'), lines('n', 'th'))?.kind, undefined);
});

test.run();
