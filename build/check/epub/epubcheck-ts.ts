import { EpubCheck } from '@likecoin/epubcheck-ts';
import type { EpubFinding } from './finding.ts';
import { validatorFinding } from './validator-finding.ts';

/**
 * Checks an EPUB without Java. It finds nearly all that EPUBCheck finds, but less of wrong nesting, roles, languages
 * and counting.
 */
export async function runEpubcheckTs(bytes: Uint8Array): Promise<EpubFinding[]> {
  const { messages } = await EpubCheck.validate(bytes, {}, 'issue.epub');
  return messages.flatMap(
    ({ id, severity, message, location }) => validatorFinding({ id, severity, message, ...location }) ?? [],
  );
}
