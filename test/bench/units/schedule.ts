/** Work that one of the machine’s cores does without a pause: on the main thread, another one, or in the browser. */
export interface Work {
  on: 'main' | 'thread' | 'browser';
  ms: number;
}

/** A part of a build: chains of work, in each of which one follows the other, so many of them at once. */
export interface Phase {
  chains: readonly (readonly Work[])[];
  atOnce: number;
}

/**
 * The time that phases take one after another on a machine with so many cores. The main thread is one; whatever is
 * ready first is done first.
 */
export function scheduled(phases: readonly Phase[], cores: number): number {
  return phases.reduce((time, phase) => time + timeOfPhase(phase, cores), 0);
}

interface Running {
  work: Work;
  ends: number;
  rest: readonly Work[];
}

function timeOfPhase({ chains, atOnce }: Phase, cores: number): number {
  const waiting = [...chains];
  const ready: (readonly Work[])[] = [];
  const running: Running[] = [];
  let time = 0;
  let open = 0;
  for (;;) {
    while (open < atOnce && waiting.length > 0) {
      ready.push(waiting.shift() ?? []);
      open++;
    }
    for (let i = 0; i < ready.length && running.length < cores; ) {
      const [work, ...rest] = ready[i] ?? [];
      if (work?.on === 'main' && running.some((one) => one.work.on === 'main')) {
        i++;
        continue;
      }
      ready.splice(i, 1);
      if (work) running.push({ work, ends: time + work.ms, rest });
      else open--;
    }
    if (running.length === 0) {
      if (waiting.length === 0 && ready.length === 0) return time;
      continue;
    }
    const next = running.reduce((first, one) => (one.ends < first.ends ? one : first));
    running.splice(running.indexOf(next), 1);
    time = next.ends;
    if (next.rest.length > 0) ready.push(next.rest);
    else open--;
  }
}
