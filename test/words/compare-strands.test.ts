import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compareStrands } from '../../build/words/compare-strands.ts';
import { addSoft, addText, newStrand, type Strand, strandOf } from '../../build/words/strand.ts';

/** A strand of lines; a line that ends in a space has it in the file. */
function lines(...texts: string[]): Strand {
  const strand = newStrand();
  for (const text of texts) {
    addText(strand, text);
    addSoft(strand);
  }
  return strand;
}

const kind = (wanted: string, found: Strand) => compareStrands(strandOf(wanted), found)?.kind;

test('the same words are the same, in whatever form, and among others', () => {
  assert.is(kind('The cooper’s ﬃ', strandOf('and THE COOPERʼS FFI too')), undefined);
  assert.is(kind('wholly kept', lines('whol\u00ad', 'ly', 'kept')), undefined);
  assert.is(kind('Ю́рій', strandOf('Ю́рій')), undefined);
});

test('what is lost comes before what is torn, and that before what a line’s end parts', () => {
  assert.is(kind('Ю́рій', strandOf('Юрій')), 'lost');
  assert.is(kind('one two', strandOf('two one')), 'lost');
  assert.is(kind('one two', strandOf('onetwo')), 'joined');
  assert.is(kind('one two', strandOf('o ne two')), 'torn');
  assert.is(kind('one two', lines('o', 'ne two')), 'parted');
  assert.is(kind('one two', lines('o ', 'ne two')), 'parted');
  assert.is(kind('one two three', lines('o', 'ne two th ree')), 'torn');
});

test.run();
