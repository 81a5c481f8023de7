import type { Element } from 'xast';
import { element, elementIfAny } from '../../xml/element.ts';
import { footnote, notesAt } from '../back/footnote.ts';
import type { JatsSetting } from '../setting.ts';
import { inline } from '../text/inline.ts';
import { correspondenceId } from './contributors.ts';

/** The facts about authors: where readers write to, their notes, and their interests. */
export function authorNotes(setting: JatsSetting): Element | undefined {
  const { article, cited } = setting;
  const authors = cited.people.filter(({ role }) => role === 'author');
  const interests = article.statements.find(({ name }) => name === 'competing-interests');
  return elementIfAny(
    'author-notes',
    {},
    authors.map(({ email, isCorresponding }, i) =>
      isCorresponding && email
        ? element('corresp', { id: correspondenceId(article.id, i) }, element('email', {}, email))
        : undefined,
    ),
    notesAt(article.frontCalls?.authors.flat() ?? [], article.notes).map((note) => footnote(note, setting)),
    interests &&
      element(
        'fn',
        { 'fn-type': 'coi-statement' },
        interests.paragraphs.map(({ tree }) => element('p', {}, inline(tree, setting))),
      ),
  );
}
