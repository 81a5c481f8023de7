import {
  type Deposited,
  deposited,
  misses,
  needs,
  needsAddress,
  needsArticles,
  needsDois,
  needsIssn,
} from '../need.ts';

/** Reports what Crossref wants. */
export function crossrefNeeds(about: Deposited): void {
  const { journal, facts } = about.source;
  const { deposit } = journal.value;
  needsIssn(about, 'Crossref');
  if (!deposit?.depositor)
    needs(journal.file, {
      at: journal.at('deposit'),
      found: 'Crossref sends its report on a deposit by mail, and journal.yaml does not say to whom',
      expected: 'deposit: with depositor:',
      fix: 'Write it: deposit: { depositor: { name: The Editors, email: editors@example.org } }.',
    });
  needsAddress(about, 'Crossref');
  needsArticles(about);
  needsDois(about, 'Crossref');
  if (facts.value.doi && !deposit?.['issue-address'] && !about.issue.isAhead)
    misses(facts.file, {
      at: facts.at('doi'),
      found: 'The issue has a DOI, and journal.yaml does not say where its page is, so it is not registered',
      expected: 'deposit: with issue-address:',
      fix: 'Write it: issue-address: "https://example.org/{issue}".',
    });
  if (!deposit?.['crossmark-policy']) reportUnmarked(about);
}

/** Corrections and retractions are told by Crossmark, which needs a page on the journal’s policy. */
function reportUnmarked(about: Deposited): void {
  for (const { article, manuscript } of deposited(about))
    if (
      article.doi &&
      article.relations.some(({ kind, doi }) => doi && ['corrects', 'retracts', 'concerns'].includes(kind))
    )
      misses(manuscript.file, {
        at: manuscript.front.at('corrects'),
        found: 'Crossref is not told that this corrects or retracts another article',
        expected: 'deposit: with crossmark-policy: in journal.yaml',
        fix: 'Register a page on your policy for corrections, and write its DOI there.',
      });
}
