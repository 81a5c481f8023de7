import type { Run } from './run.ts';
import { type Phase, scheduled, type Work } from './schedule.ts';

/** The stages of a build of a journal with so many articles, all alike. */
export interface Measured {
  count: number;
  stages: Run['stages'];
}

/** How often the work on an article changes between the main thread and the browser. */
const turns = 10;

/** No build has more articles in work than this. */
const mostAtOnce = 8;

/**
 * The time that a build of so many articles would take on a machine with so many cores. Of each stage, what one article
 * costs is the difference of the two builds over that of their articles; what is left is the stage’s own, and nothing
 * is beside that.
 */
export function predicted(small: Measured, large: Measured, articles: number, cores: number): number {
  const phases = large.stages.flatMap((stage): Phase[] => {
    const before = small.stages.find(({ name }) => name === stage.name);
    const shares = (['main', 'others', 'browser'] as const).map((what) => {
      const each = Math.max(0, (stage[what] - (before?.[what] ?? 0)) / (large.count - small.count));
      return { each, own: Math.max(0, stage[what] - each * large.count) };
    });
    const kinds = (['main', 'thread', 'browser'] as const).map((on, i) => ({ on, ...shares[i] }));
    const own = kinds.map(({ on, own = 0 }): Work => ({ on, ms: own }));
    const turn = kinds.flatMap(({ on, each = 0 }): Work[] => (each > 0 ? [{ on, ms: each / turns }] : []));
    const chain = Array.from({ length: turns }, () => turn).flat();
    return [
      { chains: [own], atOnce: 1 },
      { chains: Array.from({ length: articles }, () => chain), atOnce: Math.min(cores, mostAtOnce) },
    ];
  });
  return scheduled(phases, cores);
}
