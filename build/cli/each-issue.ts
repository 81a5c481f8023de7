import type { Outcome } from '../in-type/outcome.ts';
import { type Fault, faultOf } from './fault.ts';
import type { Voice } from './progress.ts';

/** What came of the issues, and what ended the run before its end, if anything did. */
export interface Run {
  built: Outcome[];
  stopped?: Fault;
}

/** Does a command’s work on issues, one after another. Throws nothing, so that what was found until then is told in any case. */
export async function eachIssue(
  issues: readonly string[],
  voice: Voice,
  work: (issue: string) => Promise<Outcome>,
): Promise<Run> {
  const built: Outcome[] = [];
  try {
    for (const issue of issues) {
      voice.say(issue);
      const one = await work(issue);
      built.push(one);
      if (one.ended !== undefined) return { built, stopped: faultOf(one.ended) };
    }
    return { built };
  } catch (error) {
    return { built, stopped: faultOf(error) };
  }
}
