/** The barcode of an issue on the back of its cover: EAN-13 of its ISSN, with its number as an add-on of two digits. */
export interface IssnBarcode {
  /** Path data of the bars: a unit is a module, the bars begin at 0 0 and are 69 high; those of guards are 74. */
  bars: string;
  /** The width of bars and add-on in modules, with the white beside them. */
  width: number;
  /** The digits as they stand below the bars: `9 772049 363002`, and those of the add-on. */
  digits: string;
  addOn?: string | undefined;
}

/**
 * The barcode of a printed ISSN (ISO 3297; EAN-13 by ISO/IEC 15420): 977, seven digits of the ISSN, 00 for the usual
 * price, a check digit. The add-on is the number, if it is one; of a double issue, the first.
 */
export function issnBarcode(issn: string, number: string): IssnBarcode {
  const twelve = `977${issn.replace('-', '').slice(0, 7)}00`;
  const digits = twelve + checkDigit(twelve);
  const parity = parities[Number(digits[0])] ?? '';
  const left = [...digits.slice(1, 7)].map((digit, i) => codeOf(digit, parity[i] === 'G'));
  const right = [...digits.slice(7)].map((digit) => inverted(codeOf(digit, false)));
  const main = ['101', ...left, '01010', ...right, '101'];
  const guards = new Set([0, 7, 14]);
  let bars = '';
  let x = quietLeft;
  for (const [i, code] of main.entries()) {
    bars += barsOf(code, x, 0, guards.has(i) ? 74 : 69);
    x += code.length;
  }
  const count = /^\d+/.exec(number)?.[0];
  if (!count) return { bars, width: x + quietRight, digits: grouped(digits) };
  const addOn = String(Number(count) % 100).padStart(2, '0');
  const pairParity = ['LL', 'LG', 'GL', 'GG'][Number(addOn) % 4] ?? '';
  const [first, second] = [...addOn].map((digit, i) => codeOf(digit, pairParity[i] === 'G'));
  const from = x + gapBeforeAddOn;
  const code = `1011${first}01${second}`;
  bars += barsOf(code, from, 8, 69);
  return { bars, width: from + code.length + quietAddOn, digits: grouped(digits), addOn };
}

/** Modules of white: before the bars, behind them, before and behind an add-on. */
const [quietLeft, quietRight, gapBeforeAddOn, quietAddOn] = [11, 7, 9, 5];

/** Set L of EAN: the modules of each digit. */
const codes = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
];

/** Which of the six digits on the left are in set G, by the first digit. */
const parities = ['LLLLLL', 'LLGLGG', 'LLGGLG', 'LLGGGL', 'LGLLGG', 'LGGLLG', 'LGGGLL', 'LGLGLG', 'LGLGGL', 'LGGLGL'];

/** The modules of a digit in set L, or in set G: the mirrored complement. */
function codeOf(digit: string, isG: boolean): string {
  const code = codes[Number(digit)] ?? '';
  return isG ? [...inverted(code)].reverse().join('') : code;
}

function inverted(code: string): string {
  return code.replace(/\d/g, (module) => (module === '1' ? '0' : '1'));
}

function checkDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Rectangles for the bars of a code that begins at x. */
function barsOf(code: string, x: number, top: number, bottom: number): string {
  return [...code.matchAll(/1+/g)]
    .map(({ index, 0: { length } }) => `M${x + index} ${top}h${length}v${bottom - top}h-${length}z`)
    .join('');
}

function grouped(digits: string): string {
  return `${digits.slice(0, 1)} ${digits.slice(1, 7)} ${digits.slice(7)}`;
}
