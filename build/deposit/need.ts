import type { VFile } from 'vfile';
import type { CitableArticle, CitableIssue } from '../citable/citable.ts';
import { type Finding, report } from '../diagnostics/report.ts';
import type { IssueSource, Manuscript } from '../issue/model.ts';

/** An issue that is to be deposited: its data, and the places where they stand. */
export interface Deposited {
  source: IssueSource;
  issue: CitableIssue;
}

/** Reports what a recipient cannot do without, or would be better with, at its place. */
export type ReportNeeds = (deposited: Deposited) => void;

/** The articles that are deposited, each with its manuscript. */
export function deposited({ source, issue }: Deposited): { article: CitableArticle; manuscript: Manuscript }[] {
  const byFile = new Map(source.sections.flatMap(({ manuscripts }) => manuscripts.map((one) => [one.file, one])));
  return issue.articles.flatMap((article) => {
    const manuscript = byFile.get(article.file);
    return manuscript ? [{ article, manuscript }] : [];
  });
}

/** Reports what a recipient asks for and does not get. */
export function needs(file: VFile, finding: Finding): void {
  report(file, 'deposit-complete', finding);
}

/** Reports what a recipient is not told, though it would like to be. */
export function misses(file: VFile, finding: Finding): void {
  report(file, 'deposit-full', finding);
}

/** Reports that a journal has no ISSN. */
export function needsIssn({ source: { journal } }: Deposited, recipient: string): void {
  const { issn } = journal.value;
  if (issn?.online || issn?.print) return;
  needs(journal.file, {
    at: journal.at('issn'),
    found: `${recipient} knows a journal by its ISSN, and journal.yaml has none`,
    expected: 'issn: with online: or print:',
    fix: 'Write it: issn: { online: 1234-5679 }.',
  });
}

/** Reports that the address is missing where DOIs lead. */
export function needsAddress({ source: { journal } }: Deposited, recipient: string): void {
  if (journal.value.deposit?.address) return;
  needs(journal.file, {
    at: journal.at('deposit'),
    found: `${recipient} wants to know where an article’s page is, and journal.yaml does not say it`,
    expected: 'deposit: with address:',
    fix: 'Write it: deposit: { address: "https://example.org/{issue}/{article}" }.',
  });
}

/** Reports articles without a DOI, DOIs with another prefix than the journal’s, and those that two articles have. */
export function needsDois(about: Deposited, recipient: string): void {
  const { journal, folder } = about.source;
  const prefix = journal.value.doi?.prefix;
  const all = deposited(about);
  const seen = new Map<string, string>();
  for (const { article, manuscript } of all) {
    const { front } = manuscript;
    const { doi } = article;
    if (!doi) {
      const example = `${prefix ?? '10.5555'}/${about.source.slug}.${article.name}`;
      misses(front.file, {
        at: front.at('title'),
        found: `The article has no DOI, so ${recipient} is not told of it`,
        expected: 'doi: in its front matter',
        fix: `Write it: doi: ${example}. Leave it out for pieces that have none.`,
      });
      continue;
    }
    // Asked for a fault alone: it reads the manuscript again.
    const at = () => front.at('doi');
    if (prefix && !doi.startsWith(`${prefix}/`))
      misses(front.file, {
        at: at(),
        found: `The DOI ${doi} has another prefix than the journal’s`,
        expected: `${prefix}/…`,
        fix: `Correct it, or doi: prefix: in journal.yaml. ${recipient} takes only DOIs that are yours.`,
      });
    const other = seen.get(doi.toLowerCase());
    if (other)
      needs(front.file, {
        at: at(),
        found: `The DOI ${doi} is that of ${other}, too`,
        expected: 'a DOI of its own',
        fix: 'Capitals do not tell DOIs apart. Correct one of the two.',
      });
    seen.set(doi.toLowerCase(), article.name);
  }
  if (all.length > 0 && seen.size === 0)
    needs(about.source.facts.file, {
      at: about.source.facts.at('contents'),
      found: `No article of ${folder} has a DOI, so there is nothing for ${recipient}`,
      expected: 'doi: in the front matter of an article',
      fix: 'Write the DOIs; the registration agency gives their prefix.',
    });
}

/** Reports that nothing of an issue has appeared yet. */
export function needsArticles({ source: { facts }, issue }: Deposited): void {
  if (issue.articles.length > 0) return;
  needs(facts.file, {
    at: facts.at('ahead'),
    found: 'The issue is not out (ahead: true), and no article has appeared before it',
    expected: 'published: in the front matter of an article',
    fix: 'Write the day: published: 2026-05-02. Remove ahead: when the issue is out.',
  });
}
