/** Pixels of 8 bits a channel, row after row from the top. Of four channels, the last is how opaque a pixel is. */
export interface Raster {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  pixels: Uint8Array;
}

/**
 * Makes a smaller picture: each of its pixels is the mean of the area that it replaces, where transparent pixels lend
 * no colour. It takes no memory besides the result.
 */
export function reduce(raster: Raster, width: number, height: number): Raster {
  const { channels, pixels } = raster;
  const small = new Uint8Array(width * height * channels);
  const columns = spans(raster.width, width);
  const rows = spans(raster.height, height);
  const size = raster.width * channels;
  const sums = new Float64Array(size);
  const add = isClear(raster) ? addClear : addRow;
  const write = add === addClear ? writeClear : writeRow;
  for (let y = 0; y < height; y++) {
    const [top = 0, bottom = 0] = [rows[y], rows[y + 1]];
    sums.fill(0);
    for (let row = Math.floor(top); row < bottom; row++)
      add(pixels, row * size, Math.min(row + 1, bottom) - Math.max(row, top), sums);
    write(sums, channels, columns, bottom - top, small, y * width * channels);
  }
  return { width, height, channels, pixels: small };
}

function isClear({ channels, pixels }: Raster): boolean {
  if (channels !== 4) return false;
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return true;
  return false;
}

/** Adds a row of pixels to sums, weighted by the share of it that counts. */
function addRow(pixels: Uint8Array, from: number, high: number, sums: Float64Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + high * (pixels[from + i] as number);
}

/** Does as addRow, with each colour weighted by its opacity. */
function addClear(pixels: Uint8Array, from: number, high: number, sums: Float64Array): void {
  for (let i = 0; i < sums.length; i += 4) {
    const area = high * (pixels[from + i + 3] as number);
    for (let c = 0; c < 3; c++) sums[i + c] = (sums[i + c] as number) + area * (pixels[from + i + c] as number);
    sums[i + 3] = (sums[i + 3] as number) + area;
  }
}

type Write = (
  sums: Float64Array,
  channels: number,
  columns: Float64Array,
  high: number,
  small: Uint8Array,
  to: number,
) => void;

/** Writes a row of the smaller picture: the means of the sums that its pixels are made of. */
const writeRow: Write = (sums, channels, columns, high, small, to) => {
  for (let c = 0; c < channels; c++)
    for (let x = 0, at = to + c; x + 1 < columns.length; x++, at += channels)
      small[at] = Math.round(sumOf(sums, channels, c, columns[x] as number, columns[x + 1] as number) / high);
};

const writeClear: Write = (sums, _, columns, high, small, to) => {
  for (let x = 0, at = to; x + 1 < columns.length; x++, at += 4) {
    const [left, right] = [columns[x] as number, columns[x + 1] as number];
    const opaque = sumOf(sums, 4, 3, left, right);
    for (let c = 0; c < 3 && opaque > 0; c++) small[at + c] = Math.round(sumOf(sums, 4, c, left, right) / opaque);
    small[at + 3] = Math.round(opaque / high);
  }
};

/** The mean of a channel from one column to another. */
function sumOf(sums: Float64Array, channels: number, channel: number, left: number, right: number): number {
  const first = Math.floor(left);
  const last = Math.ceil(right) - 1;
  let sum = (Math.min(first + 1, right) - left) * (sums[first * channels + channel] as number);
  for (let column = first + 1; column < last; column++) sum += sums[column * channels + channel] as number;
  if (last > first) sum += (right - last) * (sums[last * channels + channel] as number);
  return sum / (right - left);
}

/** The places at which each of `to` pixels begins among `from`. */
function spans(from: number, to: number): Float64Array {
  return Float64Array.from({ length: to + 1 }, (_, at) => (at * from) / to);
}
