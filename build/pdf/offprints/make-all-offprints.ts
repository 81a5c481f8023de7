import { type Cache, kept } from '../../cache/cache.ts';
import { articleOfId } from '../../issue/ids.ts';
import type { Issue } from '../../issue/model.ts';
import { doiAddress } from '../../text/identifiers.ts';
import { type TermsBook, termsFor } from '../../theme/terms.ts';
import { describeArticle } from '../document-facts.ts';
import { linkNamer } from '../link-names.ts';
import type { OpenedUnit } from '../opened-unit.ts';
import { linkTargets } from '../screen/link-targets.ts';
import { makeOffprints, type Offprint, type OffprintOrder, pagesOfArticle } from './make-offprints.ts';

/** An offprint, and the name of its article. */
export interface NamedOffprint extends Offprint {
  name: string;
}

/**
 * Makes an offprint of each article of an issue, with the article’s name. Those of a unit that were made in an earlier
 * build are taken from there.
 */
export async function makeAllOffprints(
  issue: Issue,
  units: readonly OpenedUnit[],
  terms: TermsBook,
  cache: Cache,
): Promise<NamedOffprint[]> {
  const words = termsFor(terms, issue.journal.lang);
  const namesOf = linkTargets(
    units.map(({ unit }) => unit),
    linkNamer(issue, terms),
  );
  const addresses = new Map(issue.articles.flatMap(({ id, front: { doi } }) => (doi ? [[id, doiAddress(doi)]] : [])));
  const offprints: NamedOffprint[] = [];
  for (const opened of units) {
    const { unit } = opened;
    const names = namesOf(unit);
    const others = [...new Set(Object.keys(names).map(articleOfId))];
    const orders = issue.articles.flatMap((article): OffprintOrder[] => {
      const pages = unit.articles.includes(article.id) ? pagesOfArticle(unit, article.id) : [];
      if (pages.length === 0) return [];
      const [first = '', last = ''] = [pages[0], pages.at(-1)].map((page) => unit.folios[page ?? 0]);
      const { id, lang, title, headings } = article;
      return [
        {
          id,
          lang,
          pages,
          title: { text: title.text },
          headings: headings.map((heading) => ({ ...heading, title: { text: heading.title.text } })),
          about: describeArticle(issue, article, words, { first, last }),
        },
      ];
    });
    if (orders.length === 0) continue;
    const links = { names, addresses: Object.fromEntries([...addresses].filter(([id]) => others.includes(id ?? ''))) };
    const { pdf, skip, count, tags, copies, folios, survey, trimming } = unit;
    const about = { orders: orders.map((order) => ({ ...order, about: dated(order.about) })), links };
    const inputs = {
      ...about,
      pdf,
      skip,
      count,
      tags,
      copies,
      folios,
      texts: survey.pages,
      articles: survey.articles,
      trimming,
    };
    const made = await kept(cache, 'offprints', inputs as never, () => makeOffprints(opened, orders, links));
    for (const offprint of made)
      offprints.push({ ...offprint, name: issue.articles.find(({ id }) => id === offprint.article)?.name ?? '' });
  }
  return offprints;
}

/** Facts as plain data. */
function dated({ date, ...facts }: OffprintOrder['about']): object {
  return { ...facts, date: date.toISOString() };
}
