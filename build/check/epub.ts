import { EpubCheck } from '@likecoin/epubcheck-ts';
import type { VFile } from 'vfile';
import { reportFault } from './epub-fault.ts';

/**
 * Checks an EPUB without Java, and reports what is wrong on the file. It sees nearly all that EPUBCheck sees; of wrong nesting, roles and
 * languages it sees less.
 */
export async function checkEpub(bytes: Uint8Array, file: VFile): Promise<void> {
  const { messages } = await EpubCheck.validate(bytes, {}, 'issue.epub');
  for (const { id, severity, message, location } of messages) {
    reportFault(file, { id, severity, message, path: location?.path, line: location?.line });
  }
}
