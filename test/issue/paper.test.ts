import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bleedOf, paperOf } from '../../build/issue/paper.ts';

const test = suite('issue/paper');

const papers: [written: string, width?: string, height?: string][] = [
  ['A5', '148mm', '210mm'],
  ['b5', '176mm', '250mm'],
  ['Half letter', '5.5in', '8.5in'],
  ['170 × 240 mm', '170mm', '240mm'],
  ['170mm x 240mm', '170mm', '240mm'],
  ['17*24 cm', '17cm', '24cm'],
  ['6 × 9 in', '6in', '9in'],
  ['A7'],
  ['170 × 240'],
  ['170 in × 240 mm'],
  ['50 × 90 mm'],
  ['600 × 900 mm'],
  [''],
];
for (const [written, width, height] of papers)
  test(`a page of ${written || 'nothing'}`, () =>
    assert.equal(paperOf(written), width && height ? { width, height } : undefined));

test('a bleed is mm where no unit is said, and at most 10 mm', () => {
  assert.equal([3, '5', '5 mm', '0.125in', 0, 10.5, '1 in', -1, 'wide'].map(bleedOf), [
    '3mm',
    '5mm',
    '5mm',
    '0.125in',
    '0mm',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test.run();
