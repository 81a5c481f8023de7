/**
 * The error thrown when no browser could be found or started on this machine. The message lists the places tried and
 * the remedies.
 */
export class BrowserMissing extends Error {
  override name = 'BrowserMissing';
  constructor(
    /** One line for each place: `installed: no Chrome in …`. */
    readonly tried: string[],
  ) {
    super(
      [
        'No browser to set the pages with.',
        'Tried:',
        ...tried.map((line) => `  ${line}`),
        'Install Google Chrome, or run `npx puppeteer browsers install chrome`,',
        'or set PUPPETEER_EXECUTABLE_PATH to the program of a Chrome or Chromium.',
      ].join('\n'),
    );
  }
}
