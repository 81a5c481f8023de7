import { constants } from 'node:os';
import { printFault } from './print-results.ts';
import type { Exit } from './usage.ts';

/**
 * Makes a command that gets a signal to end print the state of its work, and exit with the code that shells expect.
 * `line` is called at that moment.
 */
export function onSignals(line: () => string, json: boolean): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      const code = 128 + constants.signals[signal];
      // The message begins on a line of its own.
      if (process.stderr.isTTY && !json) process.stderr.write('\n');
      printFault({ message: line(), code: code as Exit }, json);
      process.exit(code);
    });
  }
}
