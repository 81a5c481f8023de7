import type { Element } from 'xast';
import type { JournalFacts } from '../../issue/schema.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';

/**
 * The date of publication, once for each form that the journal has an ISSN for: on the web, an article may have come
 * before its issue.
 */
export function pubDates({ article: { front }, issue: { facts, journal } }: JatsSetting): Element[] {
  return formatsOf(journal).map((format) => {
    const date = format === 'electronic' ? (front.published ?? facts.date) : facts.date;
    return dated('pub-date', date, { 'publication-format': format, 'date-type': 'pub' });
  });
}

function formatsOf({ issn }: JournalFacts): string[] {
  const formats = [...(issn?.print ? ['print'] : []), ...(issn?.online ? ['electronic'] : [])];
  return formats.length > 0 ? formats : ['electronic'];
}

/** The days on which the manuscript came in and was accepted. */
export function history({ article: { front } }: JatsSetting): Element | undefined {
  return elementIfAny(
    'history',
    {},
    front.received && dated('date', front.received, { 'date-type': 'received' }),
    front.accepted && dated('date', front.accepted, { 'date-type': 'accepted' }),
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
