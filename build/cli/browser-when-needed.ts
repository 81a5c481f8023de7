import type { Chrome } from '../browser/browser.ts';

/** A browser that is started when it is first asked for, and is one for all who ask. */
export interface BrowserWhenNeeded {
  /** Throws BrowserMissing. */
  chrome: () => Promise<Chrome>;
  /** Ends it, if it was started. */
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
