import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import type { Level } from '../diagnostics/rules.ts';

/** What a validator found in an EPUB. */
export interface EpubFault {
  /** The validator's own id, e.g. `RSC-005`. */
  id: string;
  /** `fatal`, `error`, `warning`; what is below is no fault. */
  severity: string;
  message: string;
  /** Where, in the EPUB. */
  path?: string | undefined;
  line?: number | undefined;
}

const levels: Record<string, Level> = { fatal: 'error', error: 'error', warning: 'warning' };

/** Reports a fault by rule `epub-valid`. */
export function reportFault(file: VFile, { id, severity, message, path, line }: EpubFault): void {
  const level = levels[severity.toLowerCase()];
  if (!level) return;
  const place = path ? `${path}${line && line > 0 ? `, line ${line}` : ''}: ` : '';
  report(file, 'epub-valid', { found: `${place}${message} (${id})`, level });
}
