import { Resvg } from '@resvg/resvg-wasm';

/**
 * Reads the pixels of a JPEG of so many: red, green and blue, row after row, as they lie in the file, whatever it says of how the camera was held. Returns undefined where it
 * cannot be read. The renderer must have been started.
 */
export function readJpeg(data: Uint8Array, width: number, height: number): Uint8Array | undefined {
  const size = `width="${width}" height="${height}"`;
  const href = `data:image/jpeg;base64,${Buffer.from(data).toString('base64')}`;
  const image = `<image ${size} preserveAspectRatio="none" image-rendering="optimizeSpeed" href="${href}"/>`;
  const renderer = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${image}</svg>`);
  const rendered = renderer.render();
  const { pixels } = rendered;
  rendered.free();
  renderer.free();
  // Nothing is drawn of a picture that is damaged.
  if (pixels.length !== width * height * 4 || pixels[3] === 0) return undefined;
  const colours = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4) {
    colours[to++] = pixels[from] ?? 0;
    colours[to++] = pixels[from + 1] ?? 0;
    colours[to++] = pixels[from + 2] ?? 0;
  }
  return colours;
}
