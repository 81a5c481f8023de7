import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { changed } from '../check/pdf/change.ts';
import { differenceOf } from './compare-pictures.ts';
import { drawPages, scale } from './draw-pages.ts';
import { pdfIn } from './journal.ts';
import type { Picture } from './picture.ts';

/*
 * The comparison of pages is worth what it tells apart: what a reader could see from what differs from one machine to
 * another in how edges are drawn.
 */

const pdf = await pdfIn('quarterly', 'print');
const texts = [7, 9];
const before = await drawPages(pdf, texts);

for (const [across, down] of [
  [0.1, 0],
  [0, 0.1],
  [-0.3, 0],
] as const)
  test(`edges that are drawn a little further are the same: ${across}, ${down} pixels`, async () => {
    const after = await drawPages(pdf, texts, [across, down]);
    assert.is.not(String(after[0]?.greys), String(before[0]?.greys), 'they have other pixels');
    for (const [i, picture] of before.entries()) assert.is(differenceOf(picture, after[i] as Picture), undefined);
  });

test('a page is another whose text is a line lower, or a pixel', async () => {
  for (const lower of [13.5 * scale, 1]) {
    const after = await drawPages(pdf, texts, [0, lower]);
    for (const [i, picture] of before.entries()) assert.ok(differenceOf(picture, after[i] as Picture), `${lower}`);
  }
});

test('a page is another of which one line is a pixel lower', () => {
  const [page] = before as [Picture];
  const greys = page.greys.slice();
  // From the top of a line to the white below it.
  greys.set(page.greys.subarray(400 * page.width, 418 * page.width), 401 * page.width);
  const found = differenceOf(page, { ...page, greys });
  assert.ok(found && found.box.top >= 398 && found.box.bottom <= 421, JSON.stringify(found?.box));
});

test('a letter that is lost is found, in text and in notes, Latin and Cyrillic', async () => {
  for (const [i, number] of texts.entries()) {
    let [glyphs, lost] = [0, 0];
    const spoilt = await changed(pdf, ({ repaint }) =>
      repaint(number, (content) =>
        content.replace(/<(?!0001>)[\dA-F]{4}>\s*Tj/g, (shown) => {
          if (++glyphs % 127 !== 0) return shown;
          lost++;
          return '<0001> Tj';
        }),
      ),
    );
    const [after] = await drawPages(spoilt, [number]);
    const found = differenceOf(before[i] as Picture, after as Picture);
    assert.ok(lost > 10, `${lost} letters of ${glyphs}`);
    assert.is(spotsOf(found?.marked ?? new Set(), (before[i] as Picture).width), lost);
  }
});

/** How many spots there are of pixels that touch, or nearly do. */
function spotsOf(marked: ReadonlySet<number>, width: number): number {
  const left = new Set(marked);
  let spots = 0;
  for (const first of left) {
    spots++;
    const spot = [first];
    for (let at = spot.pop(); at !== undefined; at = spot.pop())
      for (let down = -3; down <= 3; down++)
        for (let across = -3; across <= 3; across++) {
          const next = at + down * width + across;
          if (left.delete(next)) spot.push(next);
        }
  }
  return spots;
}

test.run();
