import { parse } from 'postcss';
import type { Root } from 'xast';
import { x } from 'xastscript';
import type { Cache } from '../cache/cache.ts';
import { setLettersIn } from '../fonts/characters.ts';
import { embedFonts } from '../fonts/embed.ts';
import { fontRules } from '../fonts/font-rules.ts';
import { plainStylesheet } from '../reflow/plain-stylesheet.ts';
import { addStackRules } from '../reflow/stack-rules.ts';
import type { Style } from '../styles/style.ts';
import { parseRendered } from '../theme/well-formed.ts';

/** The journal’s style for the web, and what stands below it for the pages of a site. */
export interface SiteStyle {
  style: Style;
  /** The content of `templates/site/site.css`. */
  own: string;
}

/**
 * The stylesheet of a site’s own pages, in the journal’s style, and its faces, by their paths: cut down to the letters
 * of these pages. `shown` are texts of which the search shows parts. Throws TemplateError.
 */
export async function siteLook(
  pages: ReadonlyMap<string, string>,
  shown: readonly string[],
  { style, own }: SiteStyle,
  cache: Cache,
): Promise<Map<string, string | Uint8Array>> {
  // In the sheet of a style, tokens have their values already.
  const below = own.replace(/var\(\s*(--[\w-]+)\s*\)/g, (whole, name: string) => style.tokens.get(name) ?? whole);
  const css = plainStylesheet(addStackRules(`${style.css}\n${below}`));
  const rules = fontRules(parse(css));
  const found = [...new Set(shown.join(''))].sort().join('');
  const trees = [...pages].map(([name, text]) => parseRendered(text, `templates/site/${name}`));
  const letters = [...trees, foundPage(found)].flatMap((tree) => setLettersIn(tree, rules));
  const fonts = await embedFonts({ ...style, css }, letters, cache);
  const files = new Map<string, string | Uint8Array>([['assets/style.css', fonts.css]]);
  for (const [path, data] of fonts.files) files.set(`assets/${path}`, data);
  for (const [path, data] of style.files) if (path.startsWith('style/')) files.set(`assets/${path}`, data);
  return files;
}

/** A page with what the search may show, as its script sets it. */
function foundPage(text: string): Root {
  const item = x('li', x('a', text), x('span', { class: 'site-authors' }, text), x('p', text));
  const list = x('main', x('ol', { class: 'site-found' }, item));
  return x(null, x('html', x('body', { class: 'site-page' }, list)));
}
