import { EpubCheck } from '@likecoin/epubcheck-ts';

/**
 * The messages of the validator about an EPUB, which may be unpacked.
 *
 * @param {Uint8Array | Map<string, Uint8Array>} book
 */
export async function validateEpub(book) {
  const { messages } =
    book instanceof Map ? await EpubCheck.validateExpanded(book) : await EpubCheck.validate(book, {}, 'issue.epub');
  return messages;
}
