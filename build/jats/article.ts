import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import type { CitableArticle } from '../citable/citable.ts';
import { idIn } from '../issue/ids.ts';
import type { Article } from '../issue/model.ts';
import type { CslItem } from '../references/item.ts';
import { termsFor } from '../theme/terms.ts';
import { element } from '../xml/element.ts';
import { articleType } from './article-type.ts';
import { back, unlistedId } from './back/back.ts';
import { articleMeta } from './front/article-meta.ts';
import { journalMeta } from './front/journal-meta.ts';
import { originalNote } from './front/related.ts';
import { nameEntries } from './name-entries.ts';
import { onLines } from './on-lines.ts';
import { referencePlaces } from './places.ts';
import type { IssueSetting, JatsSetting } from './setting.ts';
import { body } from './text/body.ts';
import { inline } from './text/inline.ts';
import { partText } from './text/section-tree.ts';

/** The document type that every file names: JATS 1.3, Journal Publishing, with MathML 3 (ANSI/NISO Z39.96-2021). */
export const documentType = {
  publicId: '-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN',
  systemId: 'https://jats.nlm.nih.gov/publishing/1.3/JATS-journalpublishing1-3-mathml3.dtd',
};

/** The JATS of an article, as XML. The same article gives the same bytes on every machine. */
export function articleXml(article: Article, cited: CitableArticle, issue: IssueSetting): string {
  const root = nameEntries(articleElement(article, cited, issue), article.id);
  const { publicId, systemId } = documentType;
  const xml = toXml(onLines(root), { closeEmptyElements: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE article PUBLIC "${publicId}" "${systemId}">\n${xml}\n`;
}

function articleElement(article: Article, cited: CitableArticle, issue: IssueSetting): Element {
  const setting: JatsSetting = {
    ...issue,
    article,
    cited,
    words: termsFor(issue.terms, article.lang),
    places: referencePlaces(article),
    works: worksOf(article, issue),
  };
  const { text, lists } = partText(article.body);
  const original = article.statements.find(({ name }) => name === 'original');
  const said = (original?.paragraphs ?? []).map(({ tree }) => element('p', {}, inline(tree, setting)));
  return element(
    'article',
    {
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      'xmlns:mml': 'http://www.w3.org/1998/Math/MathML',
      'xmlns:ali': 'http://www.niso.org/schemas/ali/1.0/',
      'article-type': articleType(article.front),
      'dtd-version': '1.3',
      'xml:lang': article.lang,
    },
    element('front', {}, journalMeta(setting), articleMeta(setting), originalNote(said, setting.words.original ?? '')),
    body(text, setting),
    back(lists, setting),
  );
}

/** The works that an article cites, by the ids of their entries; those that no list has get ids of their own. */
function worksOf(article: Article, { issue }: IssueSetting): ReadonlyMap<string, CslItem> {
  const cited = issue.citations?.articles.find(({ id }) => id === article.id)?.works ?? [];
  return new Map(
    cited.map(({ places, work }, i) => [
      places.entry ? idIn(article.id, places.entry) : unlistedId(article.id, String(i + 1)),
      work.item as CslItem,
    ]),
  );
}
