/** Wrong usage of the command line: exit code 2. The message says what was meant, or which choices there are. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The exit codes of a run. */
export const exit = { done: 0, faults: 1, usage: 2, machine: 3 } as const;
export type Exit = (typeof exit)[keyof typeof exit];
