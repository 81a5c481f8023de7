import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A fault that a validator found, at its line. */
export interface DtdFault {
  line: number;
  found: string;
}

/** Validates XML by the DTD of JATS 1.3, Journal Publishing. */
export type DtdValidator = (xml: string, path: string) => DtdFault[];

/**
 * Makes a validator, or says why there is none: the DTDs and the validator are used only where they are installed. The
 * DTD is read from its package, and nothing from the net.
 */
export async function dtdValidator(): Promise<DtdValidator | string> {
  const from = createRequire(import.meta.url);
  let folder: string;
  try {
    folder = join(dirname(from.resolve('@jats4r/dtds/package.json')), 'schema', '1.3');
  } catch {
    return '@jats4r/dtds is not installed';
  }
  const library = await import('libxml2-wasm').catch(() => undefined);
  if (!library) return 'libxml2-wasm is not installed';
  const { xmlRegisterFsInputProviders } = await import('libxml2-wasm/lib/nodejs.mjs');
  xmlRegisterFsInputProviders();
  const dtd = join(folder, 'JATS-journalpublishing1-3-mathml3.dtd');
  await readFile(dtd);
  const { ParseOption, XmlDocument } = library;
  return (xml, path) => {
    // The library reads no subset but that of the document’s own type, so that names the file.
    const local = xml.replace(/<!DOCTYPE[^>]*>/, (written) => doctype(pathToFileURL(dtd).href, written));
    try {
      const option = ParseOption.XML_PARSE_DTDLOAD | ParseOption.XML_PARSE_DTDVALID | ParseOption.XML_PARSE_NONET;
      XmlDocument.fromString(local, { url: pathToFileURL(path).href, option }).dispose();
      return [];
    } catch (error) {
      const details = (error as { details?: { line: number; message: string }[] }).details ?? [];
      if (details.length === 0) return [{ line: 1, found: (error as Error).message }];
      return details.map(({ line, message }) => ({ line, found: shortened(message) }));
    }
  };
}

/** A document type that names a file, on as many lines as another. */
function doctype(address: string, written: string): string {
  return `<!DOCTYPE article SYSTEM "${address}"${'\n'.repeat(written.split('\n').length - 1)}>`;
}

/** A message without the content model, which may be pages long. */
function shortened(message: string): string {
  return message
    .trim()
    .replace(/, expecting .*?, got/s, ', got')
    .slice(0, 300);
}
