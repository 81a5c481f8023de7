/** The error for two editions that cannot be compared. The message says why, and what helps. */
export class Incomparable extends Error {
  override name = 'Incomparable';
}
