import type { Element } from 'xast';
import type { CitablePerson } from '../../citable/citable.ts';
import { idIn } from '../../issue/ids.ts';
import { creditWord } from '../../languages/language-words.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { inline } from '../text/inline.ts';
import { affiliations } from './affiliations.ts';
import { personName } from './names.ts';

/** The people of an article: its authors with their institutions, then those who asked, answered or translated. */
export function contribGroups(setting: JatsSetting): Element[] {
  const { cited } = setting;
  const are = (wanted: CitablePerson['role']) => cited.people.filter(({ role }) => role === wanted);
  const authors = are('author');
  const institutions = affiliations(cited.id, authors);
  return [
    element(
      'contrib-group',
      { 'content-type': 'authors' },
      authors.map((author, i) => authorOf(author, i, institutions.of(author), setting)),
      institutions.elements,
    ),
    ...(['interviewer', 'interviewee', 'translator'] as const).flatMap(
      (role) => elementIfAny('contrib-group', { 'content-type': `${role}s` }, are(role).map(contributor)) ?? [],
    ),
  ];
}

function contributor(person: CitablePerson): Element {
  const { role, orcid } = person;
  return element('contrib', { 'contrib-type': role }, orcid && orcidOf(orcid), personName(person));
}

function authorOf(
  author: CitablePerson,
  index: number,
  institutions: readonly string[],
  setting: JatsSetting,
): Element {
  const { article } = setting;
  const isWrittenTo = author.isCorresponding;
  return element(
    'contrib',
    { 'contrib-type': 'author', corresp: isWrittenTo ? 'yes' : undefined },
    author.orcid && orcidOf(author.orcid),
    personName(author),
    author.email && !isWrittenTo ? element('email', {}, author.email) : undefined,
    author.credit.map((role) => creditRole(role, setting)),
    bioOf(index, setting),
    institutions.map((rid) => element('xref', { 'ref-type': 'aff', rid })),
    isWrittenTo && author.email
      ? element('xref', { 'ref-type': 'corresp', rid: correspondenceId(article.id, index) })
      : undefined,
    inline(article.frontCalls?.authors[index] ?? [], setting),
  );
}

/** The id of the address to which readers write to an author. */
export function correspondenceId(article: string, author: number): string {
  return idIn(article, `_cor-${author + 1}`);
}

/** The author’s note at the end. Those of all authors stand in a row, one paragraph or more for each that has one. */
function bioOf(index: number, setting: JatsSetting): Element | undefined {
  const { article } = setting;
  const counts = article.front.authors.map(({ bio }) => (bio ? bio.trim().split(/\n\s*\n/).length : 0));
  const before = counts.slice(0, index).reduce((sum, count) => sum + count, 0);
  const own = article.bios.slice(before, before + (counts[index] ?? 0));
  return own.length > 0
    ? element(
        'bio',
        {},
        own.map(({ tree }) => element('p', {}, inline(tree, setting))),
      )
    : undefined;
}

function orcidOf(orcid: string): Element {
  return element('contrib-id', { 'contrib-id-type': 'orcid' }, `https://orcid.org/${orcid}`);
}

/** What an author did, by CRediT: the term in English, as it is listed, and the word in the article’s language. */
function creditRole(role: CitablePerson['credit'][number], { article, terms }: JatsSetting): Element {
  const { word } = creditWord(terms.languages, article.lang, role);
  return element(
    'role',
    {
      vocab: 'credit',
      'vocab-identifier': 'https://credit.niso.org/',
      'vocab-term': listed[role],
      'vocab-term-identifier': `https://credit.niso.org/contributor-roles/${role}/`,
    },
    word,
  );
}

/** The terms of CRediT (ANSI/NISO Z39.104), by the last part of their addresses. */
const listed: Readonly<Record<CitablePerson['credit'][number], string>> = {
  conceptualization: 'Conceptualization',
  'data-curation': 'Data curation',
  'formal-analysis': 'Formal analysis',
  'funding-acquisition': 'Funding acquisition',
  investigation: 'Investigation',
  methodology: 'Methodology',
  'project-administration': 'Project administration',
  resources: 'Resources',
  software: 'Software',
  supervision: 'Supervision',
  validation: 'Validation',
  visualization: 'Visualization',
  'writing-original-draft': 'Writing – original draft',
  'writing-review-editing': 'Writing – review & editing',
};
