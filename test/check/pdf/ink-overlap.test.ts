import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inkOverlap } from '../../../build/check/pdf/ink-overlap.ts';
import { deviceCmyk } from '../../../build/pdf-reading/content/colour.ts';
import { initialGraphicsState } from '../../../build/pdf-reading/content/graphics-state.ts';

const test = suite('check/pdf/ink-overlap');
const cmyk = (...values: number[]) => ({ space: deviceCmyk, values });
const over = { ...initialGraphicsState, overprintMode: 1 };
const multiplied = { ...initialGraphicsState, blend: 'Multiply' };
const ground = [0, 0, 100, 100] as const;
const black = cmyk(0, 0, 0, 1);

test('what is laid on another colour plainly, or faintly, adds nothing to it', () => {
  const page = inkOverlap();
  page.lay(cmyk(0.9, 0.8, 0.7, 0), ground, initialGraphicsState, false, true);
  assert.is(page.lay(cmyk(0, 0.9, 0.9, 0.3), ground, initialGraphicsState, false, true), undefined);
  assert.is(
    page.lay(cmyk(0, 0.9, 0.9, 0.3), ground, { ...initialGraphicsState, fillAlpha: 0.5 }, false, true),
    undefined,
  );
});

test('black that overprints comes upon the colours below, and they stay', () => {
  const page = inkOverlap();
  page.lay(cmyk(0.5, 0.5, 0, 0.2), ground, initialGraphicsState, false, true);
  assert.is(page.lay(black, [10, 10, 10, 10], over, true, false), 2);
  assert.is(page.lay(black, [10, 10, 10, 10], initialGraphicsState, true, false), undefined, 'in mode 0 none is left');
  assert.is(page.lay(black, [200, 10, 200, 10], over, true, false), undefined, 'beside it');
});

test('what was covered does not count', () => {
  const page = inkOverlap();
  page.lay(cmyk(1, 1, 0.5, 0), ground, initialGraphicsState, false, true);
  page.lay(cmyk(0, 0, 0, 0), [20, 20, 60, 60], initialGraphicsState, false, true);
  assert.is(page.lay(black, [30, 30, 30, 30], over, true, false), 1);
  assert.is(page.lay(black, [30, 30, 70, 30], over, true, false), 3.5, 'it stands out over the edge');
  page.page();
  assert.is(page.lay(black, [30, 30, 70, 30], over, true, false), undefined, 'on another page');
});

test('colours that are multiplied add up, three of them too', () => {
  const page = inkOverlap();
  page.lay(cmyk(0.5, 0, 0, 0), ground, initialGraphicsState, false, true);
  assert.is(page.lay(cmyk(0.5, 0.2, 0, 0), [50, 50, 90, 90], multiplied, false, true), 0.95);
  assert.is(page.lay(cmyk(0, 0, 1, 0), [80, 80, 99, 99], multiplied, false, true), 1.95);
});

test.run();
