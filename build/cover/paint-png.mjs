import { Resvg } from '@resvg/resvg-wasm';

/**
 * A PNG of a drawing. The renderer has to be started before.
 *
 * @param {import('./cover.ts').DrawingToPaint} drawing
 * @returns {Uint8Array}
 */
export function paintPng({ svg, faces, width }) {
  const renderer = new Resvg(svg, { font: { fontBuffers: faces }, fitTo: { mode: 'width', value: width } });
  const image = renderer.render();
  const png = image.asPng();
  image.free();
  renderer.free();
  return png;
}
