import type { Element } from 'xast';
import { element, elementIfAny } from '../../xml/element.ts';

/** A date of which the month or day may be missing, as Crossref has it. */
export function crossrefDate(name: string, date: string, attributes: Record<string, string> = {}): Element {
  const [year, month, day] = date.split('-');
  return element(
    name,
    attributes,
    elementIfAny('month', {}, month),
    elementIfAny('day', {}, day),
    elementIfAny('year', {}, year),
  );
}

/** The dates of publication: on the web, and, for a journal that is printed, in print with its issue. */
export function publicationDates(
  onWeb: string,
  inPrint: string | undefined,
  { online, print }: { online?: string | undefined; print?: string | undefined },
): Element[] {
  const dates = [crossrefDate('publication_date', onWeb, { media_type: 'online' })];
  if (inPrint && print) dates.push(crossrefDate('publication_date', inPrint, { media_type: 'print' }));
  return print && !online && onWeb === inPrint ? dates.slice(1) : dates;
}
