import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Extent, tracer } from '../../../build/pdf/tags/extents.ts';
import { operationsWithRuns } from '../../../build/pdf-reading/content/content-stream.ts';

const test = suite('pdf/tags/extents');

/** Where each operation of a content stream paints, to a tenth of a point. */
function painted(content: string, whole: boolean): Extent[] {
  const { trace } = tracer();
  const extents = operationsWithRuns(Buffer.from(content)).flatMap((operation) => [trace(operation, whole) ?? []]);
  return extents
    .filter(({ length }) => length > 0)
    .map((one) => one.map((value) => Math.round(value * 10) / 10) as Extent);
}

test('text stands around its line, from its first glyph to its last where that is asked for', () => {
  const line = '2 0 0 2 10 20 cm BT /F1 10 Tf 1 0 0 1 100 200 Tm <01> Tj 5 0 Td <02> Tj 6 0 Td <03> Tj ET';
  assert.equal(painted(line, false), [[210, 415.6, 215, 435]]);
  assert.equal(painted(line, true), [[210, 415.6, 237, 435]]);
});

test('text goes on behind a run, where the whole is asked for', () => {
  const line = 'BT /F1 10 Tf 1 0 0 -1 100 200 Tm <01> Tj 5 0 Td <02> Tj 7 3 Td [<03>] TJ ET';
  assert.equal(painted(line, true), [
    [100, 192.5, 107.5, 202.2],
    [112, 189.5, 114.5, 199.2],
  ]);
});

test('a path stands around its points when it is painted, in the matrix of its time; a clip paints nothing', () => {
  assert.equal(painted('q 0 1 -1 0 0 0 cm 1 2 m 3 4 5 6 7 8 c f Q 1 1 m 2 2 l n 5 5 2 1 re S /X1 Do', false), [
    [-8, 1, -2, 7],
    [5, 5, 7, 6],
    [0, 0, 1, 1],
  ]);
});

test.run();
