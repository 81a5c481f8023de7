import { type PDFContext, type PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFStream } from '@cantoo/pdf-lib';
import { streamOf } from '../../pdf-reading/file/streams.ts';
import { writeJpeg } from './jpeg/write-jpeg.ts';

/** The size of a picture with 8 bits a channel. */
export interface ImageSize {
  width: number;
  height: number;
  /** One, three colours, or four inks. */
  channels: 1 | 3 | 4;
}

/** The size of a picture in inks. */
export type SeparatedImage = ImageSize & { channels: 1 | 4 };

/**
 * Packs a picture without changing a pixel. `entries` are those of its dictionary, except for its size and compression.
 */
export function packLossless(context: PDFContext, data: Uint8Array, size: ImageSize, entries: PDFDict): PDFStream {
  const { width, channels } = size;
  setSize(entries, size);
  const stream = streamOf(context, differences(data, width * channels, channels), entries, 3);
  const parameters = { Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: width };
  stream.dict.set(PDFName.of('DecodeParms'), context.obj(parameters));
  return stream;
}

/**
 * Packs a picture as a JPEG, for one that was a JPEG before: a third to a tenth as large, with differences that no one
 * sees.
 */
export function packLossy(_: PDFContext, data: Uint8Array, size: SeparatedImage, entries: PDFDict): PDFStream {
  return packJpeg(writeJpeg(data, size.width, size.height, size.channels), size, entries);
}

/** Packs data that are a JPEG already. */
export function packJpeg(jpeg: Uint8Array, size: Omit<ImageSize, 'channels'>, entries: PDFDict): PDFStream {
  setSize(entries, size);
  entries.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
  entries.delete(PDFName.of('DecodeParms'));
  entries.set(PDFName.of('Length'), PDFNumber.of(jpeg.length));
  return PDFRawStream.of(entries, jpeg);
}

function setSize(entries: PDFDict, { width, height }: Omit<ImageSize, 'channels'>): void {
  entries.set(PDFName.of('Width'), PDFNumber.of(width));
  entries.set(PDFName.of('Height'), PDFNumber.of(height));
}

/**
 * The difference of each pixel from the one to its left, as in PNG (its filter 1, before each row): this makes a
 * photograph a quarter smaller. `row` is in bytes.
 */
function differences(data: Uint8Array, row: number, channels: number): Uint8Array {
  const filtered = new Uint8Array(data.length + data.length / row);
  for (let from = 0, to = 0; from < data.length; from += row) {
    filtered[to++] = 1;
    for (let at = from; at < from + row; at++)
      filtered[to++] = (data[at] ?? 0) - (at < from + channels ? 0 : (data[at - channels] ?? 0));
  }
  return filtered;
}
