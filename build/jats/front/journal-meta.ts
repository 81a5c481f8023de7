import type { Element } from 'xast';
import { element } from '../../xml/element.ts';
import type { IssueSetting } from '../setting.ts';

/** The facts of the journal. Without an ISSN the file is not valid: nothing can stand in its place. */
export function journalMeta({ citedIssue: { journal } }: IssueSetting): Element {
  const { issn, publisher } = journal;
  return element(
    'journal-meta',
    {},
    element('journal-id', { 'journal-id-type': 'publisher-id' }, journal.short),
    element(
      'journal-title-group',
      {},
      element('journal-title', { 'xml:lang': journal.lang }, journal.title),
      journal.short === journal.title
        ? undefined
        : element('abbrev-journal-title', { 'abbrev-type': 'publisher' }, journal.short),
    ),
    issn.print && element('issn', { 'publication-format': 'print' }, issn.print),
    issn.online && element('issn', { 'publication-format': 'electronic' }, issn.online),
    element(
      'publisher',
      {},
      element('publisher-name', {}, publisher.name),
      publisher.place || publisher.country
        ? element(
            'publisher-loc',
            {},
            publisher.place && element('city', {}, publisher.place),
            publisher.place && publisher.country ? ', ' : undefined,
            publisher.country && element('country', {}, publisher.country),
          )
        : undefined,
    ),
  );
}
