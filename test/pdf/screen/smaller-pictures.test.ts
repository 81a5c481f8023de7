import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import jpeg from 'jpeg-js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../../build/browser/browser.ts';
import { jpegCodec, pngCodec } from '../../../build/images/codecs.ts';
import { printSite } from '../../../build/pdf/print.ts';
import { savePdf } from '../../../build/pdf/save-pdf.ts';
import { putPictures, smallerPictures } from '../../../build/pdf/screen/smaller-pictures.ts';
import { openPdf } from '../../../build/pdf-reading/file/open-pdf.ts';
import { decodeStream } from '../../../build/pdf-reading/file/stream-data.ts';

const test = suite('pdf/screen/smaller-pictures');

/** Left half red, right half green; the lower half may be clear. */
function pixels(width: number, height: number, clear: boolean) {
  const data = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const grain = (i * 7919) % 31;
    const isLeft = i % width < width / 2;
    const opaque = clear && i >= (width * height) / 2 ? 0 : 255;
    data.set([isLeft ? 220 : grain, isLeft ? grain : 220, 0, opaque], i * 4);
  }
  return { width, height, data };
}

/** The pictures of a PDF: size, how they are packed, and their pixels. */
function picturesIn(pdf: Uint8Array) {
  return openPdf(pdf)
    .context.enumerateIndirectObjects()
    .flatMap(([, object]) => {
      if (!(object instanceof PDFRawStream) || String(object.dict.get(PDFName.of('Subtype'))) !== '/Image') return [];
      const said = (key: string) => String(object.dict.lookup(PDFName.of(key))).replace('/', '');
      const isJpeg = said('Filter') === 'DCTDecode';
      const { data } = isJpeg ? jpeg.decode(object.contents, { formatAsRGBA: false }) : decodeStream(object);
      const at = Number(said('Width')) * Math.floor(Number(said('Height')) / 4);
      return [
        { what: `${said('Width')} × ${said('Height')} ${isJpeg ? 'jpeg' : said('ColorSpace').slice(0, 10)}`, data, at },
      ];
    });
}

const chrome = await startChrome();
test.after(() => chrome.close());

test('pictures have no more pixels than a screen shows at their size; JPEGs stay such, and what is clear stays clear', async () => {
  const photo = await jpegCodec.write(pixels(2400, 1600, false), { quality: 90 });
  const grey = await jpegCodec.write(pixels(1200, 800, false), { quality: 90, grey: true });
  const small = await jpegCodec.write(pixels(300, 200, false), { quality: 90 });
  const png = await pngCodec.write(pixels(1200, 800, true), { quality: 0 });
  const style = 'img { width: 40mm; position: absolute } .wide { width: 80mm }';
  const images =
    '<img src="photo.jpg" alt="a"><img class="wide" src="photo.jpg" alt="b"><img src="grey.jpg" alt="c"><img src="small.jpg" alt="d"><img src="clear.png" alt="e">';
  const html = `<!DOCTYPE html><html lang="en"><title>Try</title><style>${style}</style><body>${images}</body></html>`;
  const site = {
    entry: 'a.html',
    files: new Map<string, { type: string; data: string | Uint8Array }>([
      ['a.html', { type: 'text/html', data: html }],
      ['photo.jpg', { type: 'image/jpeg', data: photo }],
      ['grey.jpg', { type: 'image/jpeg', data: grey }],
      ['small.jpg', { type: 'image/jpeg', data: small }],
      ['clear.png', { type: 'image/png', data: png }],
    ]),
  };
  const printed = await printSite(chrome, site, new Date(0));
  const [one, other] = [openPdf(printed), openPdf(printed)];
  putPictures(other, await smallerPictures(one));
  const saved = [await savePdf(one), await savePdf(other)];
  assert.equal(saved[0], saved[1]);
  const pictures = picturesIn(saved[0] as Uint8Array);
  // 80 mm and 40 mm at 220 to the inch.
  assert.equal(pictures.map(({ what }) => what).sort(), [
    '300 × 200 jpeg',
    '348 × 232 DeviceGray',
    '348 × 232 [ ICCBased',
    '348 × 232 jpeg',
    '695 × 463 jpeg',
  ]);
  const photoNow = pictures.find(({ what }) => what.startsWith('695'));
  const [red = 0, green = 0] = photoNow?.data.subarray(photoNow.at * 3, photoNow.at * 3 + 2) ?? [];
  assert.ok(red > 200 && green < 40, `${red} ${green}`);
  const clear = pictures.find(({ what }) => what.endsWith('DeviceGray'));
  assert.is(clear?.data.at(-1), 0);
  assert.is(clear?.data[0], 255);
});

test.run();
