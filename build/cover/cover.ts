import { type Cache, kept, noCache } from '../cache/cache.ts';
import type { Issue, Picture } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';
import { coverSvg } from './cover-svg.ts';
import { type DrawingToPaint, paintDrawing } from './paint-drawing.ts';

/** The width in pixels that shops and libraries ask for. */
const pixels = 1600;

/**
 * Draws a cover from the issue's facts: as SVG, and as a PNG 1600 px wide, without a browser and with no faces but the
 * style's. It is painted in another thread while the caller goes on. Throws TemplateError.
 */
export async function drawCover(
  issue: Issue,
  style: Style,
  theme: Theme,
  cache: Cache = noCache,
): Promise<{ svg: string; png: Promise<Uint8Array> }> {
  const svg = await coverSvg(issue, style, theme, issue.cover && addressOf(issue.cover));
  const drawing: DrawingToPaint = { svg, faces: style.faces.map(({ data }) => data), width: pixels };
  const png = kept(cache, 'cover', { ...drawing }, () => paintDrawing(drawing));
  // A failure is told where the picture is used.
  png.catch(() => {});
  return { svg, png };
}

/** The address of a picture that is in the address itself: nothing is read while a cover is painted. */
function addressOf({ mediaType, data }: Picture): string {
  return `data:${mediaType};base64,${Buffer.from(data).toString('base64')}`;
}
