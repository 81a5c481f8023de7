import { jpegHead } from './jpeg-head.ts';
import { acSymbols, dcSymbols, type HuffmanTable, huffmanTable, zigzag } from './jpeg-tables.ts';
import { transform } from './jpeg-transform.ts';

/* Packs pixels of four inks, or of one, as a baseline JPEG (ITU-T T.81): libraries that write JPEGs do not. */

const dc = huffmanTable(dcSymbols);
const ac = huffmanTable(acSymbols);

/**
 * Writes a JPEG. `data` are samples of 8 bits, channel after channel, row after row. Four channels are cyan, magenta,
 * yellow and black; the first three are much alike, so they are stored as lightness and two differences, as Adobe does
 * (Technical Note 5116: YCCK). The quality is for photographs in print: 95 on the scale of the Independent JPEG Group.
 */
export function writeJpeg(data: Uint8Array, width: number, height: number, channels: 1 | 4): Uint8Array {
  const out = new Bits(jpegHead(width, height, channels), data.length);
  const before = new Int32Array(channels);
  const planes = Array.from({ length: channels }, () => new Float32Array(64));
  const coefficients = new Int32Array(64);
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      readBlock(data, width, height, left, top, planes);
      for (let channel = 0; channel < channels; channel++) {
        transform(
          planes[channel] as Float32Array,
          channel === 1 || channel === 2 ? 'difference' : 'light',
          coefficients,
        );
        writeBlock(out, coefficients, before[channel] as number);
        before[channel] = coefficients[0] as number;
      }
    }
  return out.end();
}

/** Reads a block of 8 × 8 pixels, with levels around 0; beyond the edges of the picture the last pixels repeat. */
function readBlock(
  data: Uint8Array,
  width: number,
  height: number,
  left: number,
  top: number,
  planes: readonly Float32Array[],
): void {
  const [first, second, third, fourth] = planes as [Float32Array, Float32Array, Float32Array, Float32Array];
  for (let y = 0, i = 0; y < 8; y++) {
    const row = Math.min(top + y, height - 1) * width;
    for (let x = 0; x < 8; x++, i++) {
      const at = (row + Math.min(left + x, width - 1)) * planes.length;
      if (planes.length === 1) {
        first[i] = (data[at] as number) - 128;
        continue;
      }
      const red = 255 - (data[at] as number);
      const green = 255 - (data[at + 1] as number);
      const blue = 255 - (data[at + 2] as number);
      first[i] = 0.299 * red + 0.587 * green + 0.114 * blue - 128;
      second[i] = -0.168736 * red - 0.331264 * green + 0.5 * blue;
      third[i] = 0.5 * red - 0.418688 * green - 0.081312 * blue;
      fourth[i] = (data[at + 3] as number) - 128;
    }
  }
}

/**
 * Codes a block: the difference of its mean from the previous block’s, then each coefficient that is not zero, with the
 * number of zeros before it (F.1.2).
 */
function writeBlock(out: Bits, coefficients: Int32Array, before: number): void {
  const difference = (coefficients[0] as number) - before;
  writeValue(out, dc, 0, difference);
  let zeros = 0;
  for (let i = 1; i < 64; i++) {
    const value = coefficients[zigzag[i] as number] as number;
    if (value === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) out.put(ac.codes[0xf0] as number, ac.lengths[0xf0] as number);
    writeValue(out, ac, zeros << 4, value);
    zeros = 0;
  }
  if (zeros > 0) out.put(ac.codes[0] as number, ac.lengths[0] as number);
}

/**
 * Codes a value: the number of its bits as a symbol, combined with `symbol`, then the bits; those of a negative number
 * are one less (F.1.2.1).
 */
function writeValue(out: Bits, { codes, lengths }: HuffmanTable, symbol: number, value: number): void {
  const size = 32 - Math.clz32(Math.abs(value));
  out.put(codes[symbol | size] as number, lengths[symbol | size] as number);
  if (size > 0) out.put(value > 0 ? value : value + (1 << size) - 1, size);
}

/** Collects bits. A zero follows each byte of ones alone, which would be a marker (B.1.1.5). */
class Bits {
  #bytes: Uint8Array;
  #length: number;
  #waiting = 0;
  #count = 0;

  constructor(head: Uint8Array, expected: number) {
    this.#bytes = new Uint8Array(head.length + Math.ceil(expected / 4) + 4096);
    this.#bytes.set(head);
    this.#length = head.length;
  }

  put(code: number, count: number): void {
    this.#waiting = (this.#waiting << count) | code;
    this.#count += count;
    while (this.#count >= 8) {
      this.#count -= 8;
      this.#byte((this.#waiting >>> this.#count) & 255);
    }
    this.#waiting &= (1 << this.#count) - 1;
  }

  end(): Uint8Array {
    if (this.#count > 0) this.put((1 << (8 - this.#count)) - 1, 8 - this.#count);
    this.#room();
    this.#bytes.set([0xff, 0xd9], this.#length);
    return this.#bytes.slice(0, this.#length + 2);
  }

  #byte(value: number): void {
    this.#room();
    this.#bytes[this.#length++] = value;
    if (value === 255) this.#bytes[this.#length++] = 0;
  }

  #room(): void {
    if (this.#length + 4 < this.#bytes.length) return;
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
