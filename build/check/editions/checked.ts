import type { VFile } from 'vfile';
import type { Level, RuleId } from '../../diagnostics/rules.ts';

/** A finished file that was checked, for the report. */
export interface CheckedFile {
  /** In the folder. */
  path: string;
  /** What it was held to: `print (PDF/X-4)`. */
  as: string;
  pages?: number;
  clauses: CheckedClause[];
}

/** A rule that a file was held to. */
export interface CheckedClause {
  rule: RuleId;
  state: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped. */
  why?: string;
  findings: CheckedFinding[];
}

export interface CheckedFinding {
  level: Level;
  found: string;
  expected?: string;
  fix?: string;
  /** Page and place, or file and line. */
  where: string;
}

/** What some work added to the diagnostics of files, as findings by rule. */
export function newMessages(files: readonly VFile[]): () => Map<string, CheckedFinding[]> {
  const before = new Map(files.map((file) => [file, file.messages.length]));
  return () => {
    const findings = new Map<string, CheckedFinding[]>();
    for (const file of files)
      for (const message of file.messages.slice(before.get(file) ?? 0)) {
        const list = findings.get(message.ruleId ?? '') ?? [];
        findings.set(message.ruleId ?? '', list);
        list.push({
          level: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
          found: message.reason,
          ...(message.expected?.length ? { expected: message.expected.join(', ') } : {}),
          ...(message.note ? { fix: message.note } : {}),
          where: message.line ? `${file.basename}:${message.line}:${message.column ?? 1}` : '',
        });
      }
    return findings;
  };
}

/** A clause of what was found by its rule. */
export function clauseOf(rule: RuleId, findings: readonly CheckedFinding[] = []): CheckedClause {
  const said = findings.filter(({ level }) => level !== 'info');
  const skipped = findings.find(({ level, found }) => level === 'info' && /was skipped/.test(found));
  if (said.length > 0) return { rule, state: 'failed', findings: [...findings] };
  return skipped
    ? { rule, state: 'skipped', why: skipped.found, findings: [] }
    : { rule, state: 'passed', findings: [] };
}
