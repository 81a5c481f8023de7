import { issueLine } from '../issue/issue-line.ts';
import type { Issue } from '../issue/model.ts';
import { points } from '../styles/lengths.ts';
import type { Style } from '../styles/style.ts';
import { termsFor } from '../theme/terms.ts';
import type { Theme } from '../theme/theme.ts';
import { inkOn, mix, toneOf } from './colour.ts';
import { balance, type FitLimits, fit } from './lines.ts';
import { openMeasure, openMeasureEnd, type TitleFont } from './measure.ts';

/** True if the cover is drawn: there is no picture for it, or title, volume and date are laid over the picture. */
export function isDrawn({ cover, facts }: Pick<Issue, 'cover' | 'facts'>): boolean {
  return !cover || facts['cover-words'] === 'over';
}

/**
 * Draws a cover from the issue's facts, as SVG in mm that names the style's faces. The template gets the page's size,
 * the colours and functions that measure texts, so that it can break lines, which SVG does not. `picture` is the
 * address of the picture over which it is drawn. Throws TemplateError.
 */
export async function coverSvg(
  issue: Issue,
  style: Style,
  { templates, terms }: Theme,
  picture = issue.cover && `images/${issue.cover.name}`,
): Promise<string> {
  const words = termsFor(terms, issue.journal.lang);
  const measure = openMeasure(style.faces);
  const token = (name: string): string => style.tokens.get(name) ?? '';
  return templates.render('cover.svg.ejs', {
    journal: issue.journal,
    facts: issue.facts,
    theme: issue.phrases.theme?.text,
    topics: issue.phrases.topics.map((topic) => topic.text),
    words,
    issueLine: issueLine(issue, words),
    width: millimetres(token('--page-width')),
    height: millimetres(token('--page-height')),
    headFace: token('--head-face'),
    headWeight: Number(token('--head-weight')),
    sansFace: token('--sans-face'),
    accent: issue.facts.accent ?? token('--accent'),
    mix,
    inkOn,
    toneOf,
    picture,
    measure,
    endOf: openMeasureEnd(style.faces),
    lines: (text: string, width: number, font: TitleFont) => balance(text, width, font, measure),
    fit: (text: string, box: FitLimits, font: Omit<TitleFont, 'size'>) => fit(text, box, font, measure),
  });
}

function millimetres(length: string): number {
  return Number((((points(length) ?? 0) * 25.4) / 72).toFixed(3));
}
