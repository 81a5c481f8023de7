import type { Chrome } from '../../browser/browser.ts';
import { siteOf } from '../../browser/site-of.ts';
import { type Cache, kept } from '../../cache/cache.ts';
import { backCover, coverSheet } from '../../cover/cover-sheet.ts';
import type { Issue } from '../../issue/model.ts';
import type { Style } from '../../styles/style.ts';
import type { Theme } from '../../theme/theme.ts';
import { printSite } from '../print.ts';
import { sharedKey } from '../units/unit-source.ts';

/** The source of the pages of a cover: the issue, and the means to set it. */
export interface CoverSource {
  issue: Issue;
  style: Style;
  theme: Theme;
  cache: Cache;
}

/** The back of a cover that is inside, as the browser prints it. Throws TemplateError, BrowserDied. */
export async function printBack(chrome: () => Promise<Chrome>, source: CoverSource): Promise<Uint8Array> {
  return print(chrome, source, await backCover(source.issue, source.style, source.theme));
}

/**
 * The sheet of a cover that is printed by itself, back, spine and front, as the browser prints it; `spine` is its
 * width in mm. Throws TemplateError, BrowserDied.
 */
export async function printSheet(
  chrome: () => Promise<Chrome>,
  source: CoverSource,
  spine: number,
): Promise<Uint8Array> {
  return print(chrome, source, await coverSheet(source.issue, source.style, source.theme, spine));
}

async function print(
  chrome: () => Promise<Chrome>,
  { issue, style, cache }: CoverSource,
  document: string,
): Promise<Uint8Array> {
  const browser = await chrome();
  const inputs = {
    shared: sharedKey({ frame: document }, { issue, style, browser: browser.version }),
    made: issue.made.toISOString(),
  };
  return kept(cache, 'cover-sheet', inputs, () =>
    printSite(browser, siteOf(document, style.css, style, issue), issue.made),
  );
}
