/** Runs a stage of a build under a name that a person reads, so that progress and time can be shown. */
export type Stage = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** A stage without a display. */
export const silently: Stage = (_name, work) => work();
