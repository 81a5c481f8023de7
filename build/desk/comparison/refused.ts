/** The error for a comparison that cannot be made. The message says why, and `fix` what helps. */
export class Refused extends Error {
  override name = 'Refused';
  readonly fix: string;

  constructor(found: string, fix = '') {
    super(found);
    this.fix = fix;
  }
}
