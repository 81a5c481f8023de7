const works: (() => Promise<unknown>)[] = [];

/** Has work done before a process of tests ends: browsers and other programs that serve it are ended, and waited for. */
export function beforeEnding(work: () => Promise<unknown>): void {
  works.push(work);
}

/** Ends this process, when that is done. */
export async function endWell(): Promise<never> {
  await Promise.allSettled(works.map((work) => work()));
  process.exit();
}
