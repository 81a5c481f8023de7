/** The error thrown when the browser died or hung, was started again, and failed once more at the same work. */
export class BrowserDied extends Error {
  override name = 'BrowserDied';
  constructor(
    /** The reason of the second failure. */
    readonly reason: string,
  ) {
    super(`The browser failed twice at the same work: ${reason}`);
  }
}
