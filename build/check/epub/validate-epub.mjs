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

/** Validates the smallest book, by which the validator prepares what it needs for any. */
export async function prepareValidator() {
  const encoder = new TextEncoder();
  await validateEpub(new Map(Object.entries(smallest).map(([path, text]) => [path, encoder.encode(text)])));
}

const smallest = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': `<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
    <rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
  'content.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">1</dc:identifier><dc:title>1</dc:title>
    <dc:language>en</dc:language><meta property="dcterms:modified">2000-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
    <spine><itemref idref="nav"/></spine></package>`,
  'nav.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>1</title>
    </head><body><nav epub:type="toc"><ol><li><a href="nav.xhtml">1</a></li></ol></nav></body></html>`,
};
