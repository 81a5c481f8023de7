import { type Deposited, deposited, misses, needs, needsArticles } from '../need.ts';
import { ojsLook } from './look.ts';
import { abbreviationOf } from './sections.ts';

/** Reports what OJS insists on beyond its schema. */
export function ojsNeeds(about: Deposited): void {
  const { journal, facts } = about.source;
  const look = ojsLook(journal.value);
  needsArticles(about);
  if (!/^\d+$/.test(facts.value.volume))
    misses(facts.file, {
      at: facts.at('volume'),
      found: `OJS has only whole numbers for volumes, and this is ${facts.value.volume}: it is left out`,
      expected: 'a number',
      fix: 'Write it in OJS by hand, in the title of the issue.',
    });
  for (const [i, { section, abbreviation }] of facts.value.contents.entries())
    if (section && !abbreviation)
      misses(facts.file, {
        at: facts.at('contents', i, 'section'),
        found: `OJS knows a section by its abbreviation, and ${abbreviationOf(section)} is guessed for “${section}”`,
        expected: 'abbreviation: beside section:',
        fix: 'Write the one that the section has in OJS: an import fails for a section that is there under another one.',
        level: 'info',
      });
  if (!look.email) needsMail(about);
  for (const { article, manuscript } of deposited(about)) {
    const { front, file } = manuscript;
    if (article.licence && !article.licence.address)
      misses(file, {
        at: front.at('license'),
        found: `OJS has only addresses for licences, and none is known for “${article.licence.name}”`,
        expected: 'an SPDX id such as CC-BY-4.0, or an address',
        fix: 'Write one of the two by license:.',
      });
  }
}

/** More authors without an address than these are not named one by one. */
const fewAuthors = 3;

/** OJS insists on an address for each author. */
function needsMail(about: Deposited): void {
  const { journal } = about.source;
  const without = deposited(about).flatMap(({ manuscript: { file, front } }) =>
    front.value.authors.flatMap(({ email, name }, i) => (email ? [] : [{ file, at: front.at('authors', i), name }])),
  );
  const expected = 'email: of the author, or deposit: ojs: email: in journal.yaml for all who have none';
  if (without.length > fewAuthors)
    needs(journal.file, {
      at: journal.at('deposit'),
      found: `OJS wants a mail address for each author, and ${without.length} have none`,
      expected,
      fix: 'Write it: deposit: { ojs: { email: editors@example.org } }. OJS shows it to nobody.',
    });
  else
    for (const { file, at, name } of without)
      needs(file, {
        at,
        found: `OJS wants a mail address for each author, and ${name} has none`,
        expected,
        fix: 'Write one of the two.',
      });
}
