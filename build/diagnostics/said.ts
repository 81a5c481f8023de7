import type { VFile } from 'vfile';
import type { MessageOfKind } from './alike.ts';

/** A diagnostic as plain data, which can be kept and told again. */
export type Said = Pick<
  MessageOfKind,
  'reason' | 'place' | 'ruleId' | 'source' | 'fatal' | 'expected' | 'note' | 'alike'
>;

/** The diagnostics on a file from one on, by its number, and before another; they are copies. */
export function saidSince(file: VFile, from: number, before?: number): Said[] {
  return file.messages.slice(from, before).map((message) => {
    const { reason, place, ruleId, source, fatal, expected, note, alike } = message as MessageOfKind;
    return { reason, place, ruleId, source, fatal, expected, note, ...(alike === undefined ? {} : { alike }) };
  });
}

/** Puts kept diagnostics on a file again, as if their cause had been found now. */
export function sayAgain(file: VFile, said: readonly Said[]): void {
  for (const { reason, place, ruleId, source, fatal, ...more } of said) {
    const { expected, note, alike } = more;
    const message = file.message(reason, { ...(place ? { place } : {}), ruleId, source });
    message.fatal = fatal;
    if (expected) message.expected = expected;
    if (note) message.note = note;
    if (alike !== undefined) (message as MessageOfKind).alike = alike;
  }
}
