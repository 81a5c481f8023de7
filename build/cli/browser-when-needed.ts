import type { Chrome } from '../browser/browser.ts';

/** A browser that starts at the first request, and is shared by all. */
export interface BrowserWhenNeeded {
  /** Throws BrowserMissing. */
  chrome: () => Promise<Chrome>;
  /** Ends the browser, if it was started. The next request starts it again. */
  close(): Promise<void>;
}

export function browserWhenNeeded(): BrowserWhenNeeded {
  let running: Promise<Chrome> | undefined;
  const closing: Promise<void>[] = [];
  return {
    chrome() {
      running ??= import('../browser/browser.ts').then(({ startChrome }) => startChrome());
      return running;
    },
    close() {
      const ended = running?.then(
        (started) => started.close(),
        () => {}, // That none could be started is in the run already.
      );
      running = undefined;
      if (ended) closing.push(ended);
      return Promise.all(closing).then(() => {});
    },
  };
}
