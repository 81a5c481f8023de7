import { report } from '../diagnostics/report.ts';
import { licenceAddress } from '../issue/licence.ts';
import type { Article } from '../issue/model.ts';
import type { IssueSetting } from './setting.ts';

/** Reports what archives ask for and the journal, the issue or an article does not say. */
export function reportLacking(articles: readonly Article[], { issue, citedIssue }: IssueSetting): void {
  const { journal, facts, files } = issue;
  const coming = new Set(citedIssue.coming.map(({ id }) => id));
  const wanted = articles.filter(({ id }) => !coming.has(id));
  const [settings, contents] = ['journal.yaml', 'issue.yaml'].map((name) =>
    files.find(({ basename }) => basename === name),
  );
  if (settings && !journal.issn)
    report(settings, 'jats-facts', {
      level: 'warning',
      found: 'The journal has no ISSN: its JATS is not valid without one, and archives refuse it',
      expected: 'issn: with print: or online:',
      fix: 'Add it when the ISSN centre of your country has given one; until then, the files lack nothing else.',
    });
  if (settings && !journal.license && wanted.some(({ front }) => !front.license))
    report(settings, 'jats-facts', {
      found: 'The JATS says nothing of what readers may do with the articles',
      expected: 'license: such as CC-BY-4.0',
      fix: 'Add it to journal.yaml, or to the articles that have one.',
    });
  if (contents && facts.date.length === 4)
    report(contents, 'jats-facts', {
      found: `The issue’s date in the JATS is a year alone, ${facts.date}`,
      expected: 'a month or a day: 2026-03',
      fix: 'Write date: more exactly, if it is known.',
    });
  if (contents && wanted.length < articles.length)
    report(contents, 'jats-facts', {
      found: `The issue is not out (ahead: true): ${articles.length - wanted.length} of ${articles.length} articles have no day of their own, and no JATS`,
      expected: 'published: in the front matter of an article',
      fix: 'Write the day: published: 2026-05-02. Remove ahead: when the issue is out.',
    });
  for (const { file, front } of wanted) {
    if (!front.doi)
      report(file, 'jats-facts', {
        found: 'The article has no DOI for its JATS',
        expected: 'doi: in its front matter',
        fix: 'Add it, if the journal registers DOIs.',
        alike: 'an article without a DOI',
      });
    const licence = front.license ?? journal.license;
    if (licence && !licenceAddress(licence))
      report(file, 'jats-facts', {
        found: `The licence “${licence}” has no address, by which programs know it`,
        expected: 'an SPDX id such as CC-BY-4.0, or an address',
        fix: 'Write it so, in license:.',
        alike: 'a licence without an address',
      });
  }
}
