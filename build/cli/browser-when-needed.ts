import type { Chrome } from '../browser/browser.ts';

/** A browser that starts at the first request, and is shared by all. */
export interface BrowserWhenNeeded {
  /** Throws BrowserMissing. */
  chrome: () => Promise<Chrome>;
  /** Ends the browser, if it was started. */
  close(): Promise<void>;
}

export function browserWhenNeeded(): BrowserWhenNeeded {
  let running: Promise<Chrome> | undefined;
  return {
    chrome() {
      running ??= import('../browser/browser.ts').then(({ startChrome }) => startChrome());
      return running;
    },
    async close() {
      await running?.then(
        (started) => started.close(),
        () => {}, // That none could be started is in the run already.
      );
    },
  };
}
