import { createHash } from 'node:crypto';
import type { EntryName } from '../../build/cache/entry.ts';

/** The bytes of an entry that somebody made by hand, with the right sum: its JSON as it is, and bytes behind it. */
export function sealed(
  { kind, key }: EntryName,
  json: string,
  bytes: Uint8Array = new Uint8Array(),
  length?: number,
): Buffer {
  const size = Buffer.byteLength(json);
  const head = `offprint-result 1 ${kind} ${key} ${size} ${length ?? size + bytes.length}\n`;
  const whole = Buffer.concat([Buffer.from(head + json), bytes]);
  return Buffer.concat([whole, createHash('sha256').update(whole).digest()]);
}
