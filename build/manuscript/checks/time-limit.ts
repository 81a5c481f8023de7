import { createContext, runInContext } from 'node:vm';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';

/** The error of work that was stopped because it took too long. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

/**
 * Runs synchronous work, and stops it after a number of seconds. Some texts cost a parser the square of their length or
 * worse. A list of such texts would never be complete, so the time is limited instead. Throws {@link TooSlow}, and any
 * error of the work.
 */
export function runWithin<T>(seconds: number, work: () => T): T {
  context.work = work;
  try {
    return runInContext('work()', context, { timeout: seconds * 1000 }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new TooSlow();
    throw error;
  }
}

/**
 * Runs repeatable work, and limits the seconds that the processor spends on it. The limit is for the text, not for the
 * machine: work that a busy machine stopped early is run again, with twice the time, until it is done or has used up
 * its processor time.
 */
export function runWithinProcessorTime<T>(seconds: number, work: () => T): T {
  for (let time = seconds; ; time *= 2) {
    const before = process.cpuUsage();
    try {
      return runWithin(time, work);
    } catch (error) {
      const { user, system } = process.cpuUsage(before);
      if (!(error instanceof TooSlow) || (user + system) / 1e6 > 0.9 * seconds) throw error;
    }
  }
}

/**
 * Runs work on a file. If the work fails for lack of time or stack, reports that on the file, and returns undefined.
 * The lines and marks that a file may have already limit the work to some seconds. This limit is a last resort, for
 * texts that nobody foresaw.
 */
export function runOrReport<T>(file: VFile, work: () => T): T | undefined {
  try {
    return runWithin(maxSeconds, work);
  } catch (error) {
    if (!(error instanceof TooSlow || error instanceof RangeError)) throw error;
    const found =
      error instanceof TooSlow
        ? `The text could not be set in ${maxSeconds} seconds`
        : 'The text has too many notes, links or marks to be set';
    report(file, 'file-simple', {
      at: { line: 1, column: 1 },
      found,
      fix: 'Look for what was pasted in by accident; divide the article if it is long.',
    });
    return undefined;
  }
}

/**
 * True of a finding that another machine may not have: that a text took too long, or nests deeper than the stack. What
 * was made of such a text is not kept.
 */
export function isOfThisMachine({ ruleId }: { ruleId?: string | undefined }): boolean {
  return ruleId === 'file-simple' || ruleId === 'file-nesting';
}

/** Seconds. */
const maxSeconds = 300;

/** Node can interrupt only code that runs in a context of its own. */
const context = createContext({ work: undefined as unknown });
