import { acSymbols, dcSymbols, type Symbols, steps, zigzag } from './jpeg-tables.ts';

/**
 * The head of a JPEG, before its pixels (T.81, annex B): four channels of lightness, two colour differences and black,
 * or one channel, with their quantisation steps, the size and the Huffman codes.
 */
export function jpegHead(width: number, height: number, channels: 1 | 4): Uint8Array {
  const numbers = Array.from({ length: channels }, (_, i) => i + 1);
  const isDifference = (channel: number) => channel === 2 || channel === 3;
  return Uint8Array.from([
    ...[0xff, 0xd8],
    // Adobe’s addition to the standard; 2 is YCCK.
    ...(channels === 4 ? segment(0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 2]) : []),
    ...segment(0xdb, [0, ...inZigzag(steps.light), ...(channels === 4 ? [1, ...inZigzag(steps.difference)] : [])]),
    ...segment(0xc0, [
      ...[8, height >> 8, height & 255, width >> 8, width & 255, channels],
      ...numbers.flatMap((channel) => [channel, 0x11, isDifference(channel) ? 1 : 0]),
    ]),
    ...segment(0xc4, [0x00, ...codes(dcSymbols), 0x10, ...codes(acSymbols)]),
    ...segment(0xda, [channels, ...numbers.flatMap((channel) => [channel, 0x00]), 0, 63, 0]),
  ]);
}

function segment(marker: number, data: readonly number[]): number[] {
  const length = data.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...data];
}

function inZigzag(of: readonly number[]): number[] {
  return zigzag.map((at) => of[at] as number);
}

function codes(symbols: Symbols): number[] {
  const counts = Array.from({ length: 16 }, (_, i) => symbols[i]?.length ?? 0);
  return [...counts, ...symbols.flat()];
}
