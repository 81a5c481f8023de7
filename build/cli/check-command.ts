import { isEdition } from '../editions.ts';
import type { CommonOptions } from './options.ts';
import { type Exit, UsageError } from './usage.ts';

export interface CheckOptions extends CommonOptions {
  out?: string;
  for?: string;
}

/**
 * `offprint check`: everything that can be said of the manuscripts without making an edition, and of the editions where they are made; or of finished files, of
 * whoever made them.
 */
export async function checkCommand(names: string[], options: CheckOptions): Promise<Exit> {
  if (names.some(isEdition)) {
    const { checkFiles } = await import('./check-files.ts');
    return checkFiles(names, options);
  }
  if (options.for !== undefined)
    throw new UsageError('--for says what a finished PDF is for: offprint check FILE.pdf --for print.');
  const { checkIssues } = await import('./check-issues.ts');
  return checkIssues(names, options);
}
