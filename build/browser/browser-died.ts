/** The browser died or hung while it worked, was started again, and did so once more. */
export class BrowserDied extends Error {
  override name = 'BrowserDied';
  constructor(
    /** What happened the second time. */
    readonly reason: string,
  ) {
    super(`The browser failed twice at the same work: ${reason}`);
  }
}
