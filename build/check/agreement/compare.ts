import { bareText } from '../../citable/bare-text.ts';
import type { CitableArticle, CitableIssue, CitablePerson } from '../../citable/citable.ts';
import { type Place, report } from '../../diagnostics/report.ts';
import type { IssueSource, Manuscript } from '../../issue/model.ts';
import type { SaidArticle, SaidIssue } from './said.ts';

/** A fact on which a file and the manuscript differ. */
interface Difference {
  /** The key of front matter that says it. */
  key: string;
  said: string;
  expected: string;
  what: string;
}

/**
 * Compares what a file says of an issue with what the manuscripts and the page record say. Each difference is reported
 * in the manuscript, at the key that it is about.
 */
export function compareWithIssue(path: string, said: SaidIssue, issue: CitableIssue, source: IssueSource): void {
  const byFile = new Map(source.sections.flatMap(({ manuscripts }) => manuscripts.map((one) => [one.file, one])));
  const found: CitableArticle[] = [];
  // Editions for readers may have articles that have not appeared; data for others may not.
  const inOrder = [...byFile.keys()];
  const known = [...issue.articles, ...(said.isForOthers ? [] : issue.coming)].sort(
    (a, b) => inOrder.indexOf(a.file) - inOrder.indexOf(b.file),
  );
  for (const one of said.articles) {
    const article = matching(one, known, said);
    if (article) {
      found.push(article);
      for (const difference of differences(one, article, issue.isAhead))
        reportOn(path, difference, byFile.get(article.file));
    } else if (one.doi !== undefined || one.title !== undefined)
      report(source.facts.file, 'editions-agree', {
        at: source.facts.at('contents'),
        found: matching(one, issue.coming, said)
          ? `${path} has an article that has not appeared: “${one.title ?? one.doi ?? ''}”`
          : `${path} has an article that the issue has not: “${one.title ?? one.doi ?? ''}”`,
        expected: 'the articles of the contents, and no other',
        fix: again,
      });
  }
  if (said.has === 'one') return;
  const expected = known.filter(({ doi, address }) => said.has === 'all' || (doi && address));
  for (const article of expected.filter((one) => !found.includes(one)))
    reportOn(path, { key: 'title', what: 'article', said: '', expected: article.title }, byFile.get(article.file));
  const order = expected.filter((one) => found.includes(one));
  if (order.some((article, i) => article !== found[i]))
    report(source.facts.file, 'editions-agree', {
      at: source.facts.at('contents'),
      found: `${path} has the articles in another order: ${found.map(({ name }) => name).join(', ')}`,
      expected: order.map(({ name }) => name).join(', '),
      fix: again,
    });
}

const again = 'Build it again. If it was changed by hand, change the manuscript instead.';

/** The article that a file means: by the name of its files, by its DOI, or by its title. */
function matching(
  one: SaidArticle,
  articles: readonly CitableArticle[],
  { has }: SaidIssue,
): CitableArticle | undefined {
  const named = articles.find(({ name, id }) => name === one.name || id === one.name);
  if (named || one.name !== undefined) return named;
  const byDoi = articles.find(({ doi }) => doi !== undefined && doi.toLowerCase() === one.doi?.toLowerCase());
  if (byDoi || has === 'one') return byDoi;
  return articles.find(({ title }) => title === bareText(one.title ?? ''));
}

function differences(one: SaidArticle, article: CitableArticle, isAhead: boolean): Difference[] {
  const { title, subtitle, doi, licence, pages, abstract, people } = article;
  const titles = [title, subtitle ? `${title}: ${subtitle}` : title];
  const authors = people.filter(({ role }) => role === 'author');
  const all: Difference[] = [];
  const differ = (key: string, what: string, given: string, expected: string): void => {
    all.push({ key, what, said: bareText(given), expected });
  };
  if (one.title !== undefined && !titles.includes(bareText(one.title)))
    differ('title', 'another title', one.title, title);
  if (one.titleIn !== undefined && !bareText(one.titleIn).includes(title))
    differ('title', 'another title', one.titleIn, title);
  if (one.authors && !areAuthors(one.authors, authors))
    differ('authors', 'other authors', one.authors.join('; '), authors.map(({ name }) => name).join('; '));
  if (one.doi !== undefined && one.doi !== (doi ?? '')) differ('doi', 'another DOI', one.doi, doi ?? '');
  if (one.licence !== undefined && one.licence !== (licence?.address ?? ''))
    differ('license', 'another licence', one.licence, licence?.address ?? '');
  if (one.abstract !== undefined && bareText(one.abstract) !== abstract.join(' '))
    differ('abstract', 'another abstract', one.abstract, abstract.join(' '));
  const range = pages ? `${pages.first}–${pages.last}` : '';
  if (one.pages && pages && (one.pages.first !== pages.first || one.pages.last !== pages.last))
    differ('title', 'other pages', `${one.pages.first}–${one.pages.last}`, range);
  if (one.folios && pages && !areWithin(one.folios, pages))
    differ('title', 'other pages', one.folios.join(', '), range);
  if (isAhead && !pages && (one.pages?.first || one.folios?.length))
    differ('title', 'other pages', `${one.pages?.first || one.folios}`, '');
  return all;
}

/** True if names are those of people, in order: as they are printed, or with the family name first. */
function areAuthors(names: readonly string[], authors: readonly CitablePerson[]): boolean {
  return (
    names.length === authors.length &&
    authors.every(({ name, given, family }, i) => {
      const forms = [name, [given, family].filter(Boolean).join(' '), [family, given].filter(Boolean).join(', ')];
      return forms.includes(bareText(names[i] ?? ''));
    })
  );
}

/** True if folios are those of an article, in order; the first is missing where an article begins within a page. */
function areWithin(folios: readonly string[], { first, last }: { first: string; last: string }): boolean {
  const numbers = folios.filter((folio) => /^\d+$/.test(folio)).map(Number);
  const [from, to] = [Number(first), Number(last)];
  return (
    numbers.every((number, i) => number >= from && number <= to && (i === 0 || number > (numbers[i - 1] ?? 0))) &&
    (numbers[0] === undefined || numbers[0] <= from + 1)
  );
}

function reportOn(path: string, { key, what, said, expected }: Difference, manuscript: Manuscript | undefined): void {
  if (!manuscript) return;
  const at: Place | undefined = manuscript.front.at(key);
  report(manuscript.file, 'editions-agree', {
    at,
    found:
      what === 'article'
        ? `${path} does not have the article`
        : `${path} has ${what} than the manuscript: “${short(said)}”`,
    expected: `“${short(expected)}”`,
    fix: again,
  });
}

function short(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
