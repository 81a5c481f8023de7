import { type PDFContext, type PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFStream } from '@cantoo/pdf-lib';
import { streamOf } from '../../pdf-reading/file/streams.ts';
import { writeJpeg } from './jpeg/write-jpeg.ts';

/** Pixels of 8 bits a channel. */
export interface Size {
  width: number;
  height: number;
  /** One, three colours, or four inks. */
  channels: 1 | 3 | 4;
}

/** Pixels of inks. */
export type Inked = Size & { channels: 1 | 4 };

/** Packs a picture so that no pixel changes. `entries` are those of its dictionary beside those that tell how large it is, and how it is packed. */
export function packExactly(context: PDFContext, data: Uint8Array, size: Size, entries: PDFDict): PDFStream {
  const { width, channels } = size;
  setSize(entries, size);
  const stream = streamOf(context, differences(data, width * channels, channels), entries, 3);
  const parameters = { Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: width };
  stream.dict.set(PDFName.of('DecodeParms'), context.obj(parameters));
  return stream;
}

/** Packs a picture that was a JPEG as one again: a third to a tenth as large, with differences that nobody sees. */
export function packSoftly(_: PDFContext, data: Uint8Array, size: Inked, entries: PDFDict): PDFStream {
  return packJpeg(writeJpeg(data, size.width, size.height, size.channels), size, entries);
}

/** A picture that is a JPEG already. */
export function packJpeg(jpeg: Uint8Array, size: Omit<Size, 'channels'>, entries: PDFDict): PDFStream {
  setSize(entries, size);
  entries.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
  entries.delete(PDFName.of('DecodeParms'));
  entries.set(PDFName.of('Length'), PDFNumber.of(jpeg.length));
  return PDFRawStream.of(entries, jpeg);
}

function setSize(entries: PDFDict, { width, height }: Omit<Size, 'channels'>): void {
  entries.set(PDFName.of('Width'), PDFNumber.of(width));
  entries.set(PDFName.of('Height'), PDFNumber.of(height));
}

/** What each pixel differs from the one to its left by, as PNG has it (its filter 1, before each row): a photograph packs a quarter smaller. `row` is in bytes. */
function differences(data: Uint8Array, row: number, channels: number): Uint8Array {
  const filtered = new Uint8Array(data.length + data.length / row);
  for (let from = 0, to = 0; from < data.length; from += row) {
    filtered[to++] = 1;
    for (let at = from; at < from + row; at++)
      filtered[to++] = (data[at] ?? 0) - (at < from + channels ? 0 : (data[at - channels] ?? 0));
  }
  return filtered;
}
