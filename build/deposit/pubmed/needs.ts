import { deposited, misses, needs, needsArticles, needsIssn, type ReportNeeds } from '../need.ts';

/** Reports what PubMed wants: an ISSN, of each article a page or a DOI, and its title in English. */
export const pubmedNeeds: ReportNeeds = (about) => {
  needsIssn(about, 'PubMed');
  needsArticles(about);
  for (const { article, manuscript } of deposited(about)) {
    const { file, front } = manuscript;
    if (about.issue.isAhead && !article.doi)
      needs(file, {
        at: front.at('title'),
        found: 'PubMed knows an article by its pages or its DOI, and this has neither yet',
        expected: 'doi: in its front matter',
        fix: 'Write it, or leave PubMed until the issue is out.',
      });
    const english = [article, ...article.translations].find(({ lang }) => lang?.split('-')[0] === 'en');
    if (!english?.title)
      misses(file, {
        at: front.at(article.translations.length > 0 ? 'translations' : 'title'),
        found: 'PubMed lists articles by their titles in English, and this has none',
        expected: 'translations: with lang: en and title:',
        fix: 'Write it; until then PubMed has the title in the article’s language alone.',
      });
  }
};
