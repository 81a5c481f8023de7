import { createHash } from 'node:crypto';
import type { Issue } from './model.ts';

/** The namespace for names that are URLs or URNs (RFC 9562, section 6.6). */
const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * The issue's own identifier, `urn:uuid:…`: always the same for a journal (by its ISSN, or else its title), volume and
 * number.
 */
export function issueIdentifier({ journal, facts }: Issue): string {
  const issn = journal.issn?.online ?? journal.issn?.print;
  const name = issn ? `urn:issn:${issn}` : encodeURIComponent(journal.title);
  return `urn:uuid:${uuidOf(`${name}/${facts.volume}/${facts.number}`)}`;
}

/** The identifier of the print edition. */
export function printIdentifier(issue: Issue): string {
  return `urn:uuid:${uuidOf(`${issueIdentifier(issue)}/print`)}`;
}

/** UUID version 5 of a name in the URL namespace (RFC 9562, section 5.5). */
export function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
