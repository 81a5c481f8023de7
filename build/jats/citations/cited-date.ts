import type { Element } from 'xast';
import type { CslDate } from '../../references/item.ts';
import { element } from '../../xml/element.ts';

/** The date of a cited work. Only a year of four figures is one for programs; all else stands in words. */
export function citedDate(date: CslDate | undefined): Element[] {
  const [first, last] = date?.['date-parts'] ?? [];
  const [year] = first ?? [];
  if (!date || year === undefined) return date?.literal ? [element('string-date', {}, date.literal)] : [];
  if (last !== undefined || year < 1000 || year > 9999) return [element('string-date', {}, inWords(first, last))];
  const [, month, day] = first ?? [];
  return [
    element(
      'year',
      { 'iso-8601-date': isoOf(first as number[]), 'content-type': date.circa ? 'circa' : undefined },
      String(year),
    ),
    ...(month ? [element('month', {}, String(month).padStart(2, '0'))] : []),
    ...(day ? [element('day', {}, String(day).padStart(2, '0'))] : []),
    ...(date.season ? [element('season', {}, String(date.season))] : []),
  ];
}

/** The day on which a work was looked at. */
export function accessDate(date: CslDate | undefined): Element | undefined {
  const [first] = date?.['date-parts'] ?? [];
  if (!first) return undefined;
  const iso = isoOf(first);
  return element('date-in-citation', { 'content-type': 'access-date', 'iso-8601-date': iso }, iso);
}

/** A date in the form of ISO 8601, as exact as it is known. */
function isoOf([year = 0, month, day]: readonly number[]): string {
  const two = (part: number | undefined) => (part ? `-${String(part).padStart(2, '0')}` : '');
  return `${String(year).padStart(4, '0')}${two(month)}${month ? two(day) : ''}`;
}

function inWords(first: readonly number[] | undefined, last: readonly number[] | undefined): string {
  const one = (parts: readonly number[] | undefined) => {
    const [year = 0, ...rest] = parts ?? [];
    if (year === 0) return '';
    return year < 0
      ? `${-year} BC`
      : [year, ...rest.filter(Boolean)].map((part) => String(part).padStart(2, '0')).join('-');
  };
  return last === undefined ? one(first) : `${one(first)}–${one(last)}`;
}
