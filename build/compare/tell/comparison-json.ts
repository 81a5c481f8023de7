import type { EditionChange } from '../change.ts';
import { changedNothing } from '../changed-nothing.ts';
import type { Comparison } from '../compare.ts';

/** A comparison as data. */
export function comparisonJson(comparison: Comparison): object {
  const { before, after, by, remarks, pages, changes } = comparison;
  return {
    ok: true,
    same: changedNothing(comparison),
    before: { name: before.name, ...(before.record ? { issue: before.record.issue } : {}) },
    after: { name: after.name, ...(after.record ? { issue: after.record.issue } : {}) },
    by,
    remarks,
    ...(pages
      ? {
          pages: {
            before: pages.counts[0],
            after: pages.counts[1],
            changed: pages.pages.map(({ names, before, after, what, cause, changes: numbers }) => ({
              what,
              ...(names.before === undefined ? {} : { before: names.before, indexBefore: (before ?? 0) + 1 }),
              ...(names.after === undefined ? {} : { after: names.after, indexAfter: (after ?? 0) + 1 }),
              cause,
              changes: numbers,
            })),
            renumbered: pages.renumbered.map(([from, to]) => ({ before: from, after: to })),
          },
        }
      : {}),
    changes: changes.map(changeJson),
  };
}

function changeJson({ spots: _, around, ...change }: EditionChange, at: number): object {
  const [lead, trail] = around;
  return { number: at + 1, ...change, around: { before: lead, after: trail } };
}
