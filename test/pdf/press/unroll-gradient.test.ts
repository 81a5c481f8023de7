import { type PDFContext, type PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { coloursOf } from '../../../build/pdf/press/functions.ts';
import { unrollGradient } from '../../../build/pdf/press/unroll-gradient.ts';
import { streamOf } from '../../../build/pdf-reading/file/streams.ts';

const test = suite('pdf/press/unroll-gradient');

/** From blue to yellow, with red from the middle on, sharply. */
const colours = `dup 0 le {pop 0 .4 .8 0} if
dup dup 0 gt exch .5 le and {
0 sub dup exch dup 2 mul exch -1.6 mul .8 add 
0 0 0 5 -1 roll pop pop pop pop 0} if`;
/** As the browser writes it: from blue to yellow to red, and then, sharply, green. */
const run = `dup 0 le {pop 0 .4 .8 0} if
dup dup 0 gt exch 1 le and {
dup .75 le {
dup .5 le {
0 sub dup 2 mul exch dup 1.2 mul .4 add exch -1.6 mul .8 add 
}{
.5 sub dup 0 mul 1 add exch dup -4 mul 1 add exch pop 0 
} ifelse
}{
pop 0 1 0 
} ifelse
0} if
0 gt {0 1 0} if`;
const again = 'dup truncate sub\ndup 0 le {1 add} if\n';
const turning = 'abs dup truncate dup cvi 2 mod 0 gt 3 1 roll sub exch {1 exch sub} if\n';

function shadingOf(context: PDFContext, program: string, domain: number[]): PDFDict {
  const code = streamOf(context, Buffer.from(program), { FunctionType: 4, Domain: domain, Range: [0, 1, 0, 1, 0, 1] });
  const shading = context.obj({ ShadingType: 1, ColorSpace: 'DeviceRGB', Domain: domain });
  shading.set(PDFName.of('Function'), context.register(code));
  unrollGradient(context, shading);
  return shading;
}

const kind = (shading: PDFDict) => shading.lookup(PDFName.of('ShadingType'), PDFNumber).asNumber();
const written = (shading: PDFDict, key: string) => String(shading.get(PDFName.of(key)));

/** The colours at the ends of each stretch, of one run after the other. */
function stretches(context: PDFContext, shading: PDFDict): string[] {
  const all = coloursOf(context, shading.get(PDFName.of('Function')) as never);
  return Array.from({ length: all.length / 64 }, (_, i) =>
    [all[i * 64], all[i * 64 + 63]].map((colour) => colour?.join(' ')).join(' – '),
  );
}

test('a gradient that comes again along a line runs on in stretches', async () => {
  const { context } = await PDFDocument.create();
  const shading = shadingOf(context, `{pop\n${again}${run}\n}`, [-0.4, 2.3, -1, 1]);
  assert.is(kind(shading), 2);
  assert.is(written(shading, 'Coords'), '[ -1 0 3 0 ]');
  assert.is(written(shading, 'Domain'), '[ -1 3 ]');
  assert.equal(stretches(context, shading), ['0 0.4 0.8 – 1 1 0', '1 1 0 – 1 0 0', '0 1 0 – 0 1 0']);
  const outer = String(context.lookup(shading.get(PDFName.of('Function')))).replace(/\s+/g, ' ');
  assert.match(outer, '/Bounds [ 0 1 2 ]');
  assert.match(outer, '/Encode [ 0 1 0 1 0 1 0 1 ]');
});

test('one that goes back and forth has every other stretch turned', async () => {
  const { context } = await PDFDocument.create();
  const shading = shadingOf(context, `{pop\n${turning}${run}\n}`, [-1, 2, 0, 1]);
  assert.match(String(context.lookup(shading.get(PDFName.of('Function')))), '/Encode [ 1 0 0 1 1 0 ]');
});

test('one in circles goes as far as the farthest corner', async () => {
  const { context } = await PDFDocument.create();
  const shading = shadingOf(context, `{dup mul exch dup mul add sqrt\n${again}${run}\n}`, [-3, 1, -4, 2]);
  assert.is(kind(shading), 3);
  assert.is(written(shading, 'Coords'), '[ 0 0 0 0 0 5 ]');
});

test('what is another program stays as it is', async () => {
  const { context } = await PDFDocument.create();
  for (const program of [`{exch atan 360 div\n${again}${run}\n}`, `{pop\n${again}${colours}\n}`])
    assert.is(kind(shadingOf(context, program, [0, 2, 0, 2])), 1, program);
  assert.is(kind(shadingOf(context, `{pop\n${again}${run}\n}`, [0, 1e6, 0, 1])), 1, 'too often to be seen');
});

test.run();
