import type { Element } from 'xast';
import { element } from '../../xml/element.ts';

/** The pages of a cited work: its first and last, or as they are written where they are several ranges. */
export function citedPages(pages: string | undefined): Element[] {
  if (pages === undefined) return [];
  const written = pages.trim();
  const [, first, last] = /^([^\s,;&–-]+)(?:\s*[–-]+\s*([^\s,;&–-]+))?$/.exec(written) ?? [];
  if (first === undefined) {
    const [start] = /^[^\s,;&–-]+/.exec(written) ?? [];
    return [...(start ? [element('fpage', {}, start)] : []), element('page-range', {}, written)];
  }
  const whole = last === undefined ? undefined : fullLast(first, last);
  return [element('fpage', {}, first), ...(whole === undefined ? [] : [element('lpage', {}, whole)])];
}

/** The last page of a range whose figures are left out where they are those of the first: 123–35 is 123–135. */
function fullLast(first: string, last: string): string {
  const isShort = /^\d+$/.test(first) && /^\d+$/.test(last) && last.length < first.length;
  return isShort ? first.slice(0, first.length - last.length) + last : last;
}
