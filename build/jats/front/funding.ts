import type { Element } from 'xast';
import { element, elementIfAny } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { institutionWrap } from './affiliations.ts';

/** The funding of the work: each grant, and the sentence that readers see. */
export function fundingGroup({ article, cited }: JatsSetting): Element | undefined {
  const statement = article.statements.find(({ name }) => name === 'funding');
  return elementIfAny(
    'funding-group',
    {},
    cited.funding.map(({ funder, ror, award }) =>
      element(
        'award-group',
        {},
        element('funding-source', {}, institutionWrap(funder, ror)),
        award && element('award-id', {}, award),
      ),
    ),
    statement && element('funding-statement', {}, statement.paragraphs.map(({ text }) => text).join(' ')),
  );
}
