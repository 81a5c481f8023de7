import { createContext, runInContext } from 'node:vm';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

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
 * The same for work that can be done again. Where the machine was busy with others, so that it was not worked half of the time, it is done again in twice the time: it is the text that
 * is to be held to a limit.
 */
export function withinOfWork<T>(seconds: number, work: () => T): T {
  const before = process.cpuUsage();
  try {
    return within(seconds, work);
  } catch (error) {
    const { user, system } = process.cpuUsage(before);
    if (error instanceof TooSlow && (user + system) / 1e6 < seconds / 2) return within(2 * seconds, work);
    throw error;
  }
}

/** Does work on a file in a few seconds, or reports on the file that it cannot, and returns undefined. */
export function settleIn<T>(file: VFile, work: () => T): T | undefined {
  try {
    return within(4, work);
  } catch (error) {
    if (!(error instanceof TooSlow || error instanceof RangeError)) throw error;
    report(file, 'file-simple', {
      at: { line: 1, column: 1 },
      found: 'The text has too many notes, links or marks to be set',
      fix: 'Look for what was pasted in by accident; divide the article if it is long.',
    });
    return undefined;
  }
}

/** Node can interrupt code only where it was called from a context of its own. */
const context = createContext({ work: undefined as unknown });
