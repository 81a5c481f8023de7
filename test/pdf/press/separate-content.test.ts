import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inkPaint, maskPaint, separateContent } from '../../../build/pdf/press/separate-content.ts';
import { operationsOf } from '../../../build/pdf-reading/content/content-stream.ts';

const test = suite('pdf/press/separate-content');
const paint = inkPaint((red, green, blue) => [red / 255, green / 255, blue / 255, 0.25]);
const separate = (content: string, by = paint) =>
  [...separateContent(operationsOf(new TextEncoder().encode(content)), by)].map(({ operator, operands }) =>
    [...operands, operator].join(' '),
  );

test('colours of areas and lines become inks, and nothing else changes', () => {
  assert.equal(separate('q 1 0 .2 rg 0 1 0 RG .2 g 0 0 5 5 re f Q'), [
    'q',
    '1 0 0.2 0.25 k',
    '0 1 0 0.25 K',
    '0.2 0.2 0.2 0.25 k',
    '0 0 5 5 re',
    'f',
    'Q',
  ]);
});

test('marks of tags go, the true text of a piece stays', () => {
  const content = '/P <</MCID 3>> BDC /Span <</ActualText <FEFF00AD>>> BDC <01> Tj EMC EMC /Artifact BMC EMC';
  assert.equal(separate(content), ['/Span <</ActualText <FEFF00AD>>> BDC', '<01> Tj', 'EMC']);
});

test('in a mask, a colour is as light as it is to the eye', () => {
  assert.equal(separate('1 1 1 rg 0 1 0 RG', maskPaint), ['1 g', '0.59 G']);
});

test.run();
