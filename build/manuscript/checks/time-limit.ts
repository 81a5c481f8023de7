import { createContext, runInContext } from 'node:vm';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';

/** Work was ended because it took too long. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

/**
 * Runs synchronous work, and ends it when its time is up. Parsers have texts that cost them the square of their length or worse; a list
 * of such texts would never be whole, a clock is. Throws {@link TooSlow}, and what the work throws.
 */
export function within<T>(seconds: number, work: () => T): T {
  context.work = work;
  try {
    return runInContext('work()', context, { timeout: seconds * 1000 }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new TooSlow();
    throw error;
  }
}

/**
 * The same for work that can be done again, by the seconds that the processor worked: on a busy machine work that was ended too early is begun again, with more time, until it is done or has had
 * what it may have. It is the text that is held to a limit, not the machine.
 */
export function withinOfWork<T>(seconds: number, work: () => T): T {
  for (let time = seconds; ; time *= 2) {
    const before = process.cpuUsage();
    try {
      return within(time, work);
    } catch (error) {
      const { user, system } = process.cpuUsage(before);
      if (!(error instanceof TooSlow) || (user + system) / 1e6 > 0.9 * seconds) throw error;
    }
  }
}

/**
 * Does work on a file, or reports on the file that it cannot, and returns undefined. How much there is to do is bounded by the lines and marks that a file may have, and takes some seconds at most:
 * the time here is a last resort, for what nobody has thought of.
 */
export function settleIn<T>(file: VFile, work: () => T): T | undefined {
  try {
    return within(longest, work);
  } catch (error) {
    if (!(error instanceof TooSlow || error instanceof RangeError)) throw error;
    const found =
      error instanceof TooSlow
        ? `The text could not be set in ${longest} seconds`
        : 'The text has too many notes, links or marks to be set';
    report(file, 'file-simple', {
      at: { line: 1, column: 1 },
      found,
      fix: 'Look for what was pasted in by accident; divide the article if it is long.',
    });
    return undefined;
  }
}

/** Seconds. */
const longest = 300;

/** Node can interrupt code only where it was called from a context of its own. */
const context = createContext({ work: undefined as unknown });
