import { Resvg } from '@resvg/resvg-wasm';
import { startRenderer } from '../images/renderer.ts';
import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';
import { coverSvg } from './cover-svg.ts';

/** The width in pixels that shops and libraries ask for. */
const pixels = 1600;

/**
 * Draws a cover from the issue's facts: as SVG, and as a PNG 1600 px wide, without a browser and with no faces but the
 * style's. Throws TemplateError.
 */
export async function drawCover(issue: Issue, style: Style, theme: Theme): Promise<{ svg: string; png: Uint8Array }> {
  const svg = await coverSvg(issue, style, theme);
  await startRenderer();
  const renderer = new Resvg(svg, {
    font: { fontBuffers: style.faces.map((face) => face.data) },
    fitTo: { mode: 'width', value: pixels },
  });
  const image = renderer.render();
  const png = image.asPng();
  image.free();
  renderer.free();
  return { svg, png };
}
