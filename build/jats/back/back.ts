import type { Element } from 'xast';
import { idIn } from '../../issue/ids.ts';
import type { Statement, StatementName } from '../../issue/model.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import { elementCitation } from '../citations/element-citation.ts';
import type { JatsSetting } from '../setting.ts';
import { blockContent, blocks, ownAttributes } from '../text/blocks.ts';
import { inline } from '../text/inline.ts';
import { referenceList } from '../text/references.ts';
import type { ListOfWorks } from '../text/section-tree.ts';
import { footnote, notesAt } from './footnote.ts';

/** The end of an article, behind its text: thanks, where the data are, the works that are cited, and the notes. */
export function back(lists: readonly ListOfWorks[], setting: JatsSetting): Element | undefined {
  const { article, words } = setting;
  const said = (name: StatementName): Statement | undefined => article.statements.find((one) => one.name === name);
  const [thanks, data] = [said('acknowledgements'), said('data-availability')];
  const paragraphs = ({ paragraphs }: Statement) =>
    paragraphs.map(({ tree }) => element('p', {}, inline(tree, setting)));
  // Those to authors stand with them.
  const ofAuthors = new Set(notesAt(article.frontCalls?.authors.flat() ?? [], article.notes));
  const notes = article.notes.filter((note) => !ofAuthors.has(note));
  return elementIfAny(
    'back',
    {},
    thanks && element('ack', {}, element('title', {}, words.acknowledgements ?? ''), paragraphs(thanks)),
    data &&
      element(
        'sec',
        { 'sec-type': 'data-availability' },
        element('title', {}, words['data-availability'] ?? ''),
        paragraphs(data),
      ),
    lists.map((list) => listOfWorks(list, setting)),
    unlisted(setting),
    elementIfAny(
      'fn-group',
      {},
      notes.map((note) => footnote(note, setting)),
    ),
  );
}

function listOfWorks({ heading, before, section, lists }: ListOfWorks, setting: JatsSetting): Element {
  const own = section ? ownAttributes(section) : {};
  return element(
    'ref-list',
    { ...own, ...(heading ? ownAttributes(heading) : {}) },
    heading && element('title', {}, blockContent(inline(heading.children, setting))),
    blocks(before, setting),
    section ? referenceList(section, setting) : [],
    lists.map((list) => listOfWorks(list, setting)),
  );
}

/** The works that are cited in notes alone, and printed in no list: for programs that count citations. */
function unlisted(setting: JatsSetting): Element | undefined {
  const works = [...setting.works].filter(([id]) => id.startsWith(unlistedId(setting.article.id, '')));
  return elementIfAny(
    'ref-list',
    { 'content-type': 'cited-works', 'specific-use': 'not-printed' },
    works.map(([id, item]) => element('ref', { id }, elementCitation(item, setting))),
  );
}

/** The id of a cited work that no list has; no author can give such an id. */
export function unlistedId(article: string, number: string): string {
  return idIn(article, `_work-${number}`);
}
