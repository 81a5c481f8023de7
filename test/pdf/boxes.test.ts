import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { boxesOf } from '../../build/pdf/boxes.ts';

const mm = 72 / 25.4;
const marks = { crop: true, cross: false, offset: 3 * mm, length: 5 * mm, weight: 0.25 };
const trimming = { width: 170 * mm, height: 240 * mm, bleed: 3 * mm, marks, cutOff: [] };
const rounded = (box: readonly number[]) => box.map((value) => Math.round(value * 100) / 100);

test('a page has its true size, from the upper left corner of what the browser drew', () => {
  // 170 × 240 mm, cut down to whole pixels.
  const { trim, bleed, media } = boxesOf([0, 0, 481.92, 679.92], trimming);
  assert.equal(rounded(trim), [0, -0.39, 481.89, 679.92]);
  assert.equal(rounded(bleed), [-8.5, -8.9, 490.39, 688.42]);
  assert.equal(rounded(media), [-22.68, -23.07, 504.57, 702.6]);
});

test('a sheet that is larger by the bleed has its page inside', () => {
  const { trim, bleed } = boxesOf([0, 0, 498.96, 696.96], trimming);
  assert.equal(rounded(trim), [8.5, 8.14, 490.39, 688.46]);
  assert.equal(rounded(bleed), [0, -0.36, 498.9, 696.96]);
});

test('without marks there is nothing outside the bleed', () => {
  const { media, bleed } = boxesOf([0, 0, 481.92, 679.92], { ...trimming, marks: { ...marks, crop: false } });
  assert.equal(media, bleed);
});

test('a page of another size is a page as it is', () => {
  assert.equal(boxesOf([0, 0, 900, 679.92], trimming).trim, [0, 0, 900, 679.92]);
});

test.run();
