import type { VFile } from 'vfile';
import { type Finding, report } from '../diagnostics/report.ts';
import type { RuleId } from '../diagnostics/rules.ts';

/** A finding that is told once for all of its kind. */
export interface Notice extends Finding {
  kind: string;
  rule: RuleId;
}

/** Reports the first of each kind, with how many there are. */
export function tellKinds(file: VFile, notices: readonly Notice[]): void {
  const counts = new Map<string, number>();
  for (const { kind } of notices) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const told = new Set<string>();
  for (const { kind, rule, ...finding } of notices) {
    if (told.has(kind)) continue;
    told.add(kind);
    const count = counts.get(kind) ?? 1;
    const found = count > 1 ? `${finding.found}; ${count} such, the first is here` : finding.found;
    report(file, rule, { ...finding, found });
  }
}
