import { Resvg } from '@resvg/resvg-wasm';

/**
 * A PNG of a drawing. The renderer has to be started before.
 *
 * @param {import('./paint-drawing.ts').DrawingToPaint} drawing
 * @returns {Uint8Array}
 */
export function paintPng({ svg, faces, width, family }) {
  const families = family
    ? {
        defaultFontFamily: family,
        serifFamily: family,
        sansSerifFamily: family,
        cursiveFamily: family,
        fantasyFamily: family,
        monospaceFamily: family,
      }
    : {};
  const font = { fontBuffers: faces, ...families };
  const renderer = new Resvg(svg, { font, fitTo: { mode: 'width', value: width } });
  const image = renderer.render();
  const png = image.asPng();
  image.free();
  renderer.free();
  return png;
}
