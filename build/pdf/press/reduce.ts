/** Pixels of red, green and blue, row after row from the top. */
export interface Raster {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** A smaller picture: each of its pixels is the mean of the area that it takes the place of. `share` is the new width as a share of the old, below 1. */
export function reduce(raster: Raster, share: number): Raster {
  const width = Math.max(1, Math.round(raster.width * share));
  const height = Math.max(1, Math.round(raster.height * share));
  const pixels = new Uint8Array(width * height * 3);
  const columns = spans(raster.width, width);
  const rows = spans(raster.height, height);
  for (let y = 0; y < height; y++) {
    const [top = 0, bottom = 0] = [rows[y], rows[y + 1]];
    for (let x = 0; x < width; x++) {
      const [left = 0, right = 0] = [columns[x], columns[x + 1]];
      let [red, green, blue, weight] = [0, 0, 0, 0];
      for (let row = Math.floor(top); row < bottom; row++) {
        const high = Math.min(row + 1, bottom) - Math.max(row, top);
        for (let column = Math.floor(left); column < right; column++) {
          const area = high * (Math.min(column + 1, right) - Math.max(column, left));
          const at = (row * raster.width + column) * 3;
          red += area * (raster.pixels[at] ?? 0);
          green += area * (raster.pixels[at + 1] ?? 0);
          blue += area * (raster.pixels[at + 2] ?? 0);
          weight += area;
        }
      }
      const at = (y * width + x) * 3;
      pixels[at] = Math.round(red / weight);
      pixels[at + 1] = Math.round(green / weight);
      pixels[at + 2] = Math.round(blue / weight);
    }
  }
  return { width, height, pixels };
}

/** Where each of `to` pixels begins among `from`. */
function spans(from: number, to: number): number[] {
  return Array.from({ length: to + 1 }, (_, at) => (at * from) / to);
}
