import type { CitableIssue } from '../../citable/citable.ts';
import { firstDay } from '../../text/date.ts';

/**
 * The timestamp of a deposit, YYYYMMDDhhmmss. Crossref takes a deposit of a DOI only if its timestamp is later than the
 * one before, and no clock is asked here: the day is the latest that the issue states, the hour is noon for an issue
 * and midnight for articles ahead of it, and each further deposit of the same is a second later.
 */
export function timestampOf({ made, articles, isAhead, depositVersion }: CitableIssue): string {
  const days = articles.map(({ published }) => firstDay(published));
  const latest = [made.toISOString().slice(0, 10), ...(isAhead ? [] : days)].sort().at(-1) ?? '';
  const ahead = days.sort().at(-1) ?? latest;
  const base = new Date(`${isAhead ? ahead : latest}T${isAhead ? '00' : '12'}:00:00Z`);
  // A date that the builder sets may have an hour of its own.
  const at = Math.max(base.getTime(), isAhead ? 0 : made.getTime());
  const time = new Date(at + (depositVersion - 1) * 1000);
  return time.toISOString().slice(0, 19).replace(/\D/g, '');
}
