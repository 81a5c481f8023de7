import { type Cache, noCache } from '../cache/cache.ts';
import type { Article } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import { articleXml } from './article.ts';
import { graphicsMaker } from './graphics.ts';
import { reportLacking } from './report-lacking.ts';
import { reportUnsaid } from './report-unsaid.ts';
import type { IssueSetting } from './setting.ts';

/** A file of the edition, by its name in its folder. */
export interface JatsFile {
  name: string;
  data: string | Uint8Array;
}

/**
 * Makes the JATS of those articles that appeared, one after the other, each followed by its graphics. Reports what the
 * files lack.
 */
export async function* makeJats(
  articles: readonly Article[],
  setting: IssueSetting,
  style: Style,
  cache: Cache = noCache,
): AsyncGenerator<JatsFile> {
  const graphicsOf = graphicsMaker(setting.issue, style, cache);
  const citedOf = new Map(setting.citedIssue.articles.map((cited) => [cited.id, cited]));
  reportLacking(articles, setting);
  for (const article of articles) {
    const cited = citedOf.get(article.id);
    if (!cited) continue;
    reportUnsaid(article);
    yield { name: `${article.name}.xml`, data: articleXml(article, cited, setting) };
    for (const graphic of await graphicsOf(article)) yield graphic;
  }
}
