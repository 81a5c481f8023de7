import { type CheckedClause, type CheckedFinding, checkedClause } from '../check/editions/checked.ts';
import { type RuleId, rules } from '../diagnostics/rules.ts';

/**
 * The rules of an edition as clauses of its report: its own, and all others of which something was found. `skipped`
 * says why some of them were not applied.
 */
export function checkedRules(
  isOwn: (rule: RuleId) => boolean,
  findings: ReadonlyMap<string, CheckedFinding[]>,
  skipped: ReadonlyMap<RuleId, string> = new Map(),
): CheckedClause[] {
  const own = (Object.keys(rules) as RuleId[]).filter(isOwn);
  return [...new Set([...own, ...(findings.keys() as Iterable<RuleId>)])].map((rule) => {
    const clause = checkedClause(rule, findings.get(rule));
    const why = skipped.get(rule);
    return why && clause.state === 'passed' ? { ...clause, state: 'skipped', why } : clause;
  });
}
