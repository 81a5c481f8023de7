import { type Deposited, deposited, misses, needs, needsArticles, needsIssn } from '../need.ts';
import { maxKeywords } from './doaj.ts';

/** Reports what DOAJ wants: an ISSN, and of each article a DOI or an address. */
export function doajNeeds(about: Deposited): void {
  needsIssn(about, 'DOAJ');
  const { journal } = about.source;
  if (journal.value.issn?.print && journal.value.issn.print === journal.value.issn.online)
    needs(journal.file, {
      at: journal.at('issn', 'online'),
      found: 'DOAJ takes no journal whose printed and online editions have the same ISSN',
      expected: 'the ISSN of each, or one of them alone',
      fix: 'Leave print: out, if the journal is not printed.',
    });
  needsArticles(about);
  for (const { article, manuscript } of deposited(about)) {
    const { file, front } = manuscript;
    if (!article.doi && !article.address)
      needs(file, {
        at: front.at('title'),
        found: 'DOAJ leads readers to an article by its DOI or its address, and this has neither',
        expected: 'doi: in its front matter, or deposit: address: in journal.yaml',
        fix: 'Write one of the two.',
      });
    if (article.keywords.length > maxKeywords)
      misses(file, {
        at: front.at('keywords', maxKeywords),
        found: `DOAJ takes six keywords, and this article has ${article.keywords.length}`,
        expected: 'the six that matter most at the head of the list',
        fix: 'Put them in that order; the others are left out for DOAJ alone.',
        level: 'info',
      });
  }
}
