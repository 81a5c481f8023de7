import type { CitableArticle, CitableIssue } from '../citable/citable.ts';
import { type MetaText, tags } from './highwire.ts';
import { canonicalOf, type PagePlace, pageAddress } from './page-place.ts';
import { wholeTitle } from './titles.ts';

/** The properties of the Open Graph protocol (ogp.me) for the page of an article, or of an issue. */
export function openGraph(issue: CitableIssue, article: CitableArticle | undefined, at: PagePlace): MetaText[] {
  const { journal } = issue;
  const { picture } = at;
  const address = picture && pageAddress(at.base, picture.path);
  const lang = article?.lang ?? journal.lang;
  return tags([
    ['og:type', article ? 'article' : 'website'],
    ['og:site_name', journal.title],
    ['og:title', article ? wholeTitle(article) : issueTitle(issue)],
    ['og:description', shortDescription(article ? article.abstract.join(' ') : (journal.description ?? ''))],
    ['og:url', canonicalOf(article ? article.address : issue.address, at)],
    ['og:locale', localeOf(lang)],
    ['og:image', address],
    ['og:image:type', address && 'image/png'],
    ['og:image:width', address && String(picture.width)],
    ['og:image:height', address && String(picture.height)],
    ['og:image:alt', address && picture.alt],
    ['article:published_time', article?.published],
    ...(article?.keywords ?? []).map((word) => ['article:tag', word] as const),
  ]);
}

/** `Annals 3, 2 (2026): Margins` */
export function issueTitle({ journal, volume, number, date, theme, isAhead }: CitableIssue): string {
  const counted = isAhead ? journal.title : `${journal.title} ${volume}, ${number} (${date.slice(0, 4)})`;
  return theme ? `${counted}: ${theme}` : counted;
}

/** A text of at most 300 signs, cut between words. */
export function shortDescription(text: string): string {
  if (text.length <= 300) return text;
  return `${text.slice(0, 299).replace(/\s+\S*$/, '')}…`;
}

/** A language as Open Graph has it, with a territory: `uk_UA`. That of a tag without one is where most speak it. */
function localeOf(lang: string): string | undefined {
  try {
    const { language, region } = new Intl.Locale(lang).maximize();
    return region ? `${language}_${region}` : undefined;
  } catch {
    return undefined;
  }
}
