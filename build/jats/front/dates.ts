import type { Element } from 'xast';
import { element, elementIfAny } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';

/**
 * The date of publication, once for each form that the journal has an ISSN for: on the web, an article may have come
 * before its issue, and then nothing of it is printed yet.
 */
export function pubDates({ cited: { published }, citedIssue: { date, isAhead, journal } }: JatsSetting): Element[] {
  const { print, online } = journal.issn;
  const formats = isAhead || !print ? ['electronic'] : ['print', ...(online ? ['electronic'] : [])];
  return formats.map((format) =>
    dated('pub-date', format === 'electronic' ? published : date, {
      'publication-format': format,
      'date-type': 'pub',
    }),
  );
}

/** The days on which the manuscript came in and was accepted. */
export function history({ cited: { received, accepted } }: JatsSetting): Element | undefined {
  return elementIfAny(
    'history',
    {},
    received && dated('date', received, { 'date-type': 'received' }),
    accepted && dated('date', accepted, { 'date-type': 'accepted' }),
  );
}

/** A date `2026`, `2026-03` or `2026-03-12` in its parts. */
export function dated(name: string, date: string, attributes: Record<string, string>): Element {
  const [year = '', month, day] = date.split('-');
  return element(
    name,
    { ...attributes, 'iso-8601-date': date },
    day && element('day', {}, day),
    month && element('month', {}, month),
    element('year', {}, year),
  );
}
