import type { endpointRecipients } from '../../issue/deposit-schema.ts';
import type { JournalFacts } from '../../issue/schema.ts';

/** A recipient, by the form that its requests have. */
export type Recipient = (typeof endpointRecipients)[number];

/** An address that data can be sent to. */
export interface Endpoint {
  name: string;
  recipient: Recipient;
  url: string;
}

/** The addresses that Offprint knows. No journal can give another to one of their names, or read their credentials. */
export const knownEndpoints: readonly Endpoint[] = [
  { name: 'crossref', recipient: 'crossref', url: 'https://doi.crossref.org/servlet/deposit' },
  { name: 'crossref-test', recipient: 'crossref', url: 'https://test.crossref.org/servlet/deposit' },
  { name: 'doaj', recipient: 'doaj', url: 'https://doaj.org/api/bulk/articles' },
  { name: 'datacite', recipient: 'datacite', url: 'https://api.datacite.org/dois' },
  { name: 'datacite-test', recipient: 'datacite', url: 'https://api.test.datacite.org/dois' },
];

/** All addresses that a journal can be sent to by name: those that Offprint knows before its own. */
export function endpointsOf({ deposit }: JournalFacts): Endpoint[] {
  const known = new Set(knownEndpoints.map(({ name }) => name));
  return [...knownEndpoints, ...(deposit?.endpoints ?? []).filter(({ name }) => !known.has(name))];
}

/** True for an address over which credentials may travel: an encrypted one, or this machine. */
export function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
