import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readLength } from '../../build/manuscript/constructs/attributes/lengths.ts';

test('lengths as other Markdowns write them', () => {
  const lengths: [string, string | undefined][] = [
    ['60mm', '60mm'],
    ['8cm', '80mm'],
    ['2,5 cm', '25mm'],
    ['1in', '25.4mm'],
    ['72pt', '25.4mm'],
    ['96px', '25.4mm'],
    ['96', '25.4mm'],
    ['.5\\textwidth', '50%'],
    ['1\\linewidth', '100%'],
    ['62.5%', '62.5%'],
    ['100%', '100%'],
    ['101%', undefined],
    ['1.01\\textwidth', undefined],
    ['0', undefined],
    ['0mm', undefined],
    ['-3mm', undefined],
    ['501mm', undefined],
    ['5em', undefined],
    ['1mm; color: red', undefined],
    ['wide', undefined],
    ['', undefined],
  ];
  for (const [written, read] of lengths) assert.is(readLength(written), read, written);
});

test.run();
