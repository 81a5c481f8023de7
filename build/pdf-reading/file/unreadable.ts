/**
 * The error for a PDF that cannot be read, or that would take more work than any honest one. The message says what was
 * found.
 */
export class Unreadable extends Error {
  override name = 'Unreadable';
  constructor(
    found: string,
    readonly expected?: string,
    readonly rule: 'pdf-readable' | 'pdf-unlocked' = 'pdf-readable',
  ) {
    super(found);
  }
}
