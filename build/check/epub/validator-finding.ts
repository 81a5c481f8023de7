import type { Level } from '../../diagnostics/rules.ts';
import type { EpubFinding } from './finding.ts';

const levels: Record<string, Level> = { fatal: 'error', error: 'error', warning: 'warning' };

/**
 * A finding from a message of EPUBCheck, in either of its forms; undefined for a message below a warning. `id` is
 * EPUBCheck's own, e.g. `RSC-005`.
 */
export function validatorFinding(message: {
  id: string;
  severity: string;
  message: string;
  path?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
}): EpubFinding | undefined {
  const level = levels[message.severity.toLowerCase()];
  if (!level) return undefined;
  const { line, column } = message;
  return {
    rule: 'epub-valid',
    level,
    found: `${message.message.replace(/\s+/g, ' ').trim()} (${message.id})`,
    path: message.path ?? '',
    ...(line && line > 0 ? { line } : {}),
    ...(column && column > 0 ? { column } : {}),
  };
}
