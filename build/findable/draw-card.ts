import { type Cache, kept } from '../cache/cache.ts';
import type { CitableArticle, CitableIssue } from '../citable/citable.ts';
import { inkOn } from '../cover/colour.ts';
import { balance, type FitLimits, fit } from '../cover/lines.ts';
import { openMeasure, type TitleFont } from '../cover/measure.ts';
import { type DrawingToPaint, paintDrawing } from '../cover/paint-drawing.ts';
import { webName } from '../issue/ids.ts';
import type { Style } from '../styles/style.ts';
import { directionOf } from '../text/direction.ts';
import type { Templates } from '../theme/templates.ts';
import type { PagePicture } from './page-place.ts';
import { peopleOf, wholeTitle } from './titles.ts';

/** The path of an article’s picture for links to it, from the issue’s folder on. */
export function cardPath({ id }: Pick<CitableArticle, 'id'>): string {
  return `${webName(id)}/card.png`;
}

/** That picture, as a page describes it. */
export function cardOf(issue: CitableIssue, article: CitableArticle): PagePicture {
  const names = peopleOf(article, 'author').map(({ name }) => name);
  const path = `${issue.folder}/${cardPath(article)}`;
  return { path, width: 1200, height: 630, alt: [...names, wholeTitle(article), issue.journal.title].join('. ') };
}

/**
 * Draws that picture from the article’s facts, in the style’s own faces, and paints it as PNG without a browser; by the
 * template `web/card.svg.ejs`. `accent` is the issue’s own colour. Throws TemplateError.
 */
export async function drawCard(
  issue: CitableIssue,
  article: CitableArticle,
  accent: string | undefined,
  { style, templates, cache }: { style: Style; templates: Templates; cache: Cache },
): Promise<Uint8Array> {
  const measure = openMeasure(style.faces);
  const token = (name: string): string => style.tokens.get(name) ?? '';
  const svg = await templates.render('web/card.svg.ejs', {
    title: wholeTitle(article),
    authors: peopleOf(article, 'author')
      .map(({ name }) => name)
      .join(', '),
    journal: issue.journal.title,
    count: issue.isAhead
      ? article.published.slice(0, 4)
      : `${issue.volume}, ${issue.number} (${issue.date.slice(0, 4)})`,
    isRtl: directionOf(article.lang) === 'rtl',
    headFace: token('--head-face'),
    headWeight: Number(token('--head-weight')),
    sansFace: token('--sans-face'),
    accent: accent ?? token('--accent'),
    inkOn,
    lines: (text: string, width: number, font: TitleFont) => balance(text, width, font, measure),
    fit: (text: string, box: FitLimits, font: Omit<TitleFont, 'size'>) => fit(text, box, font, measure),
  });
  const drawing: DrawingToPaint = { svg, faces: style.faces.map(({ data }) => data), width: 1200 };
  return kept(cache, 'card', { ...drawing }, () => paintDrawing(drawing));
}
