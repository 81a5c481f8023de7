import { constants } from 'node:os';
import { tellFault } from './tell.ts';
import type { Exit } from './usage.ts';

/** Has a command that is told to end say what becomes of its work, and end with the code that shells know. `line` is asked then. */
export function tellSignals(line: () => string, json: boolean): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      const code = 128 + constants.signals[signal];
      // What it is told last stands on a line of its own.
      if (process.stderr.isTTY && !json) process.stderr.write('\n');
      tellFault({ message: line(), code: code as Exit }, json);
      process.exit(code);
    });
  }
}
