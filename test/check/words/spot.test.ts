import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isElsewhere } from '../../../build/check/words/spot.ts';

const at = (x: number, y: number, page = 1) => ({ page, x, y, size: 10 });

test('a text goes on elsewhere in the next line, column and page, and not within a line', () => {
  assert.is(isElsewhere(at(100, 500), at(106, 500)), false);
  assert.is(isElsewhere(at(100, 500), at(106, 504)), false, 'a raised call');
  assert.is(isElsewhere(at(200, 500), at(50, 488)), true, 'the next line');
  assert.is(isElsewhere(at(200, 60), at(250, 700)), true, 'the head of the next column');
  assert.is(isElsewhere(at(200, 60), at(250, 60)), true, 'the next column under a picture, on the same line');
  assert.is(isElsewhere(at(200, 60), at(206, 60, 2)), true, 'the next page');
});

test.run();
