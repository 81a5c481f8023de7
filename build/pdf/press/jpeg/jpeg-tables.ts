/** The index of each coefficient in its block, in the order in which they are written (T.81, figure 5). */
export const zigzag: readonly number[] = Array.from({ length: 64 }, (_, i) => i).sort((one, other) => {
  const [sum, otherSum] = [diagonal(one), diagonal(other)];
  if (sum !== otherSum) return sum - otherSum;
  return sum % 2 === 0 ? other - one : one - other;
});

function diagonal(at: number): number {
  return (at >> 3) + (at & 7);
}

/** The symbols of a Huffman code, grouped by the length of their codes, from one bit on. */
export type Symbols = readonly (readonly number[])[];

/** The numbers of bits of a difference of means (T.81, table K.3). */
export const dcSymbols: Symbols = [[], [0], [1, 2, 3, 4, 5], [6], [7], [8], [9], [10], [11]];

const often = [
  [],
  [0x01, 0x02],
  [0x03],
  [0x00, 0x04, 0x11],
  [0x05, 0x12, 0x21],
  [0x31, 0x41],
  [0x06, 0x13, 0x51, 0x61],
  [0x07, 0x22, 0x71],
  [0x14, 0x32, 0x81, 0x91, 0xa1],
  [0x08, 0x23, 0x42, 0xb1, 0xc1],
  [0x15, 0x52, 0xd1, 0xf0],
  [0x24, 0x33, 0x62, 0x72],
  [],
  [],
  [0x82],
];
const all = Array.from({ length: 160 }, (_, i) => (Math.floor(i / 10) << 4) | ((i % 10) + 1));

/** A number of zeros and a number of bits (T.81, table K.5). All rare symbols have codes of 16 bits. */
export const acSymbols: Symbols = [...often, all.filter((symbol) => !often.flat().includes(symbol))];

/** The codes and their lengths in bits, by symbol. */
export interface HuffmanTable {
  codes: Uint16Array;
  lengths: Uint8Array;
}

/** Assigns ascending codes to symbols (T.81, annex C). */
export function huffmanTable(symbols: Symbols): HuffmanTable {
  const table = { codes: new Uint16Array(256), lengths: new Uint8Array(256) };
  let code = 0;
  for (const [i, some] of symbols.entries()) {
    for (const symbol of some) {
      table.codes[symbol] = code++;
      table.lengths[symbol] = i + 1;
    }
    code <<= 1;
  }
  return table;
}

/** The standard’s example steps for quantising coefficients (T.81, tables K.1 and K.2), row after row. */
const coarse = {
  light: [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
    87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99,
  ],
  difference: [
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99,
  ],
};

/** Quality 95 on the scale of the Independent JPEG Group: a tenth of the example steps. */
const share = 0.1;

/** The quantisation steps of lightness and black, and of colour differences. */
export const steps = {
  light: coarse.light.map((step) => Math.max(1, Math.round(step * share))),
  difference: coarse.difference.map((step) => Math.max(1, Math.round(step * share))),
};
