import { type Doubt, NotImported, type ReadOptions } from '../imported.ts';

/** The refusal of a file with tracked changes, each a doubt, of which nobody has said what becomes of them. */
export function refusedChanges(authors: readonly string[], doubts: Doubt[], program: string): NotImported {
  const names = [...new Set(authors)].slice(0, 5).join(', ');
  return new NotImported(
    `The file has ${doubts.length} tracked change${doubts.length === 1 ? '' : 's'}, of ${names}`,
    `Accept or reject them in ${program}, or import it with --accept-changes or --reject-changes.`,
    doubts,
  );
}

/** The remark on tracked changes that were settled; none if there were none. */
export function settledRemark(count: number, { changes }: ReadOptions): { remarks?: string[] } {
  return count > 0 ? { remarks: [`${count} tracked changes ${changes === 'reject' ? 'rejected' : 'accepted'}`] } : {};
}
