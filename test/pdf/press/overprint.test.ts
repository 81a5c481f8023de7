import { PDFContext } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addOverprintStates, overprintBlack } from '../../../build/pdf/press/overprint.ts';
import { operationsOf } from '../../../build/pdf-reading/content/content-stream.ts';
import { resourceReader } from '../../../build/pdf-reading/content/resources.ts';

const test = suite('pdf/press/overprint');

const dict = PDFContext.create().obj({
  ExtGState: { Faint: { ca: 0.5 }, Mixed: { BM: 'Multiply' }, Thick: { LW: 9 } },
});
const resources = resourceReader()(dict);
const page = { number: 1, dict, inherited: new Map() };

/** The operations that paint or switch, a `+` before those that overprint. */
function painted(content: string): string[] {
  let over = false;
  const saved: boolean[] = [];
  const said: string[] = [];
  for (const { operator, operands } of overprintBlack(
    operationsOf(new TextEncoder().encode(content)),
    page,
    resources,
  )) {
    if (operator === 'q') saved.push(over);
    else if (operator === 'Q') over = saved.pop() ?? false;
    else if (operator === 'gs' && operands[0] === '/BlackOver') over = true;
    else if (operator === 'gs' && operands[0] === '/BlackOut') over = false;
    else if (/^(Tj|TJ|f|S|B|Do|sh)$/.test(operator)) said.push(`${over ? '+' : ''}${operands.join(' ')}${operator}`);
  }
  return said;
}

test('text in solid black overprints; white, grey, coloured and rich black text does not', () => {
  const text = (colour: string, word: string) => `${colour} k BT (${word}) Tj ET\n`;
  const content = ['0 0 0 1', '0 0 0 0', '0 0 0 .7', '0 0 0 1', '.4 .3 .3 1', '0 .9 .6 0']
    .map((colour, i) => text(colour, String(i)))
    .join('');
  assert.equal(painted(content), ['+(0)Tj', '(1)Tj', '(2)Tj', '+(3)Tj', '(4)Tj', '(5)Tj']);
  assert.equal(painted('0 g BT (of no inks) Tj ET'), ['(of no inks)Tj']);
});

test('rules overprint, areas knock out', () => {
  assert.equal(painted('0 0 0 1 k 0 0 200 2 re f 0 0 200 20 re f'), ['+f', 'f']);
  assert.equal(painted('0 0 0 1 K 1 w 0 0 m 90 90 l S 4 w 0 0 m 90 90 l S'), ['+S', 'S']);
  // As it is printed, not as it is written.
  assert.equal(painted('.1 0 0 .1 0 0 cm 0 0 0 1 k 0 0 2000 20 re f'), ['+f']);
  assert.equal(painted('0 0 0 1 K /Thick gs 0 0 m 90 0 l S'), ['S']);
});

test('the lines of an area of another colour do not overprint with it', () => {
  assert.equal(painted('0 0 0 1 K 0 .5 0 0 k 1 w 0 0 90 1 re B'), ['B']);
});

test('pictures, forms and gradients do not, nor what is transparent or not painted', () => {
  assert.equal(painted('0 0 0 1 k BT (a) Tj ET /Picture Do BT (b) Tj ET /Run sh'), [
    '+(a)Tj',
    '/PictureDo',
    '+(b)Tj',
    '/Runsh',
  ]);
  assert.equal(painted('0 0 0 1 k q /Faint gs BT (a) Tj ET Q /Mixed gs BT (b) Tj ET'), ['(a)Tj', '(b)Tj']);
});

test('it is switched where it must be, never inside of a path, and comes back with the state', () => {
  const content = '0 0 0 1 k BT (a) Tj (b) Tj ET q 0 0 5 5 re W n 0 .5 0 0 k 0 0 5 5 re f Q BT (c) Tj ET';
  const written = [...overprintBlack(operationsOf(new TextEncoder().encode(content)), page, resources)].map(
    ({ operator, operands }) => [...operands, operator].join(' '),
  );
  assert.equal(
    written,
    [
      '0 0 0 1 k',
      'BT',
      '/BlackOver gs',
      '(a) Tj',
      '(b) Tj',
      'ET',
      'q',
      '0 0 5 5 re',
      'W',
      'n',
      '0 .5 0 0 k',
      '/BlackOut gs',
      '0 0 5 5 re',
      'f',
      'Q',
      '(c) Tj',
      'ET',
    ].flatMap((line) => (line === '(c) Tj' ? ['BT', line] : [line])),
  );
});

test('resources keep their own states', () => {
  addOverprintStates(dict);
  assert.match(String(dict), '/Faint');
  assert.match(String(dict), /\/BlackOver <<[^>]*\/OPM 1/);
});

test.run();
