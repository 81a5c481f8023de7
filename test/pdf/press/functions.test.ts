import { type PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { coloursOf, type Recolour, recolourFunction } from '../../../build/pdf/press/functions.ts';
import { ownStreamData } from '../../../build/pdf-reading/file/streams.ts';

const test = suite('pdf/press/functions');

const { context } = await PDFDocument.create();
const between = (first: number[], last: number[], exponent = 1) =>
  context.obj({ FunctionType: 2, Domain: [0, 1], C0: first, C1: last, N: exponent });
/** Four inks of three colours: what is not white. */
const inks: Recolour = ([red = 0, green = 0, blue = 0]) => [1 - red, 1 - green, 1 - blue, 0];

function samplesOf(object: PDFObject | undefined): { dict: PDFDict; samples: number[][] } {
  const stream = context.lookup(object) as PDFRawStream;
  assert.ok(stream instanceof PDFRawStream);
  const data = [...ownStreamData(stream)];
  return {
    dict: stream.dict,
    samples: Array.from({ length: data.length / 4 }, (_, i) => data.slice(i * 4, i * 4 + 4)),
  };
}

test('a run from one colour to another becomes a table of inks', () => {
  const { dict, samples } = samplesOf(recolourFunction(context, between([1, 1, 1], [1, 0, 0]), inks));
  assert.is(String(dict.get(PDFName.of('Range'))), '[ 0 1 0 1 0 1 0 1 ]');
  assert.equal(
    [samples[0], samples.at(-1)],
    [
      [0, 0, 0, 0],
      [0, 255, 255, 0],
    ],
  );
  assert.ok(samples.every(([, magenta = 0], i) => Math.abs(magenta - (255 * i) / (samples.length - 1)) <= 1));
});

test('runs that are stitched together stay apart, so that a sharp edge stays sharp', () => {
  const stitched = context.obj({
    FunctionType: 3,
    Domain: [0, 1],
    Bounds: [0.5],
    Encode: [0, 1, 0, 1],
    Functions: [between([1, 0, 0], [1, 0, 0]), between([0, 0, 1], [0, 0, 1])],
  });
  const dict = context.lookup(recolourFunction(context, stitched, inks)) as PDFDict;
  assert.is(String(dict.get(PDFName.of('Bounds'))), '[ 0.5 ]');
  const parts = (dict.get(PDFName.of('Functions')) as unknown as { asArray(): PDFObject[] }).asArray();
  assert.equal(
    parts.map((part) => samplesOf(part).samples[7]),
    [
      [0, 255, 255, 0],
      [255, 255, 0, 0],
    ],
  );
});

test('a table can be read again, and a program cannot', () => {
  const table = recolourFunction(context, between([0, 0, 0], [1, 1, 1], 2), (values) => values);
  const middle = coloursOf(context, table as PDFObject)[32]?.[0] ?? 0;
  assert.ok(Math.abs(middle - (32 / 63) ** 2) < 0.01, String(middle));
  const program = context.register(
    context.stream('{ dup dup }', { FunctionType: 4, Domain: [0, 1], Range: [0, 1, 0, 1, 0, 1] }),
  );
  assert.is(recolourFunction(context, program, inks), undefined);
});

test.run();
