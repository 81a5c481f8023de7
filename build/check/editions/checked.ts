import type { VFile } from 'vfile';
import type { Level, RuleId } from '../../diagnostics/rules.ts';

/** The result of the checks of a finished file, for the report. */
export interface CheckedFile {
  /** In the folder. */
  path: string;
  /** The profile that it was checked against: `print (PDF/X-4)`. */
  as: string;
  pages?: number;
  clauses: CheckedClause[];
}

/** The result of one rule for a file. */
export interface CheckedClause {
  rule: RuleId;
  state: 'passed' | 'failed' | 'skipped';
  /** The reason why it was skipped. */
  why?: string;
  findings: CheckedFinding[];
}

export interface CheckedFinding {
  level: Level;
  found: string;
  expected?: string;
  fix?: string;
  /** The page and place, or the file and line. */
  where: string;
}

/** Collects the messages that are added to files from now on, as findings by rule. */
export function collectFindings(files: readonly VFile[]): () => Map<string, CheckedFinding[]> {
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

/** The result of a rule, from its findings. */
export function checkedClause(rule: RuleId, findings: readonly CheckedFinding[] = []): CheckedClause {
  const said = findings.filter(({ level }) => level !== 'info');
  const skipped = findings.find(({ level, found }) => level === 'info' && /was skipped/.test(found));
  if (said.length > 0) return { rule, state: 'failed', findings: [...findings] };
  return skipped
    ? { rule, state: 'skipped', why: skipped.found, findings: [] }
    : { rule, state: 'passed', findings: [] };
}
