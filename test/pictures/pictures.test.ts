import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { keptFolder } from '../run/kept.ts';
import { type Box, differenceOf } from './compare-pictures.ts';
import { drawPages, scale } from './draw-pages.ts';
import { pdfIn } from './journal.ts';
import { readPicture, writePicture } from './picture.ts';

/*
 * Finished pages, compared with pictures of them: what no list of rules would miss, an eye would. With UPDATE=1 the
 * pictures are drawn again; look at each before it is committed. Where a page differs, how it looks now and what differs
 * lie where the message says.
 */

const expected = fileURLToPath(new URL('fixtures/pages', import.meta.url));

/** Of each style: the edition whose pages are drawn, and which of them, numbered from the first of the file. */
const drawn = {
  quarterly: {
    edition: 'print',
    pages: { cover: 1, contents: 5, opening: 6, 'parted-table': 7, 'last-page': 8, ukrainian: 9, back: 12 },
  },
  essay: {
    edition: 'screen',
    pages: {
      opening: 6,
      'figure-and-notes': 7,
      'rest-of-table': 8,
      'list-and-quotation': 9,
      'ukrainian-last-page': 12,
    },
  },
};

for (const [style, { edition, pages }] of Object.entries(drawn)) {
  const numbers = Object.values(pages);
  const pictures = await drawPages(await pdfIn(style, edition), numbers);
  for (const [i, name] of Object.keys(pages).entries())
    test(`${style}: ${name}, page ${numbers[i]} of the ${edition} PDF, looks as it did`, async () => {
      const [actual, file] = [pictures[i], `${style}-${name}`];
      if (!actual) throw new Error('The page was not drawn');
      const path = join(expected, `${file}.png`);
      if (process.env.UPDATE) return writePicture(path, actual);
      const found = differenceOf(await readPicture(path), actual);
      if (!found) return;
      const left = join(keptFolder, 'pictures');
      await mkdir(left, { recursive: true });
      const [now, difference] = [join(left, `${file}.png`), join(left, `${file}-difference.png`)];
      await writePicture(now, actual);
      await writePicture(difference, actual, found.marked);
      assert.unreachable(
        [
          `The page looks otherwise ${placeOf(found.box)}: ${found.marked.size} pixels differ.`,
          `now:        ${relative('.', now)}`,
          `difference: ${relative('.', difference)}`,
          `expected:   ${relative('.', path)}; UPDATE=1 draws it again`,
        ].join('\n    '),
      );
    });
}

/** In mm from the top left corner of the page. */
function placeOf({ left, top, right, bottom }: Box): string {
  const mm = (pixels: number): number => Math.round((pixels / scale / 72) * 25.4);
  return `from ${mm(left)} to ${mm(right)} mm across and from ${mm(top)} to ${mm(bottom)} mm down`;
}

test.run();
