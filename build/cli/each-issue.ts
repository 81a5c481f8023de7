import type { Outcome } from '../in-type/outcome.ts';
import { type Fault, faultOf } from './fault.ts';
import type { Progress } from './progress.ts';

/** The outcomes of a command’s issues, and the fault that ended the run early, if there was one. */
export interface IssuesRun {
  built: Outcome[];
  stopped?: Fault;
}

/** Does a command’s work on issues, one after another. Throws nothing, so that earlier findings are always printed. */
export async function eachIssue(
  issues: readonly string[],
  progress: Progress,
  work: (issue: string) => Promise<Outcome>,
): Promise<IssuesRun> {
  const built: Outcome[] = [];
  try {
    for (const issue of issues) {
      progress.say(issue);
      const one = await work(issue);
      built.push(one);
      if (one.ended !== undefined) return { built, stopped: faultOf(one.ended) };
    }
    return { built };
  } catch (error) {
    return { built, stopped: faultOf(error) };
  }
}
