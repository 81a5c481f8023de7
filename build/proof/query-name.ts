import { createHash } from 'node:crypto';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The name of a query’s annotation (NM), by which its answers are found: its number, and a hash of its text. */
export function queryName(number: number, text: string): string {
  return `offprint-query-${number}-${hashOf(text)}`;
}

/** True if an annotation has the name of a query with this text, whatever its number is now. */
export function isNameOfQuery(name: string, text: string): boolean {
  return isQueryName(name) && name.endsWith(`-${hashOf(text)}`);
}

/** True if an annotation has the name of a query. */
export function isQueryName(name: string): boolean {
  return /^offprint-query-\d+-[\da-f]{12}$/.test(name);
}

/** The text of a query’s annotation. */
export const queryContents = (number: number, text: string): string => `[Q${number}] ${text}`;
