import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/*
 * The schemas of others lie in no repository of ours: they are looked for in the folder that OFFPRINT_SCHEMAS names, and
 * in a folder shared/schemas beside the repository. docs/deposit.md says where they come from.
 */

const root = resolve(import.meta.dirname, '../..');
const places = [process.env.OFFPRINT_SCHEMAS, join(root, '../shared/schemas'), join(root, '../../shared/schemas')];

/** The path of a schema; undefined where it is not on this machine. */
export function schemaAt(path: string): string | undefined {
  return places.flatMap((place) => (place ? [join(place, path)] : [])).find((full) => existsSync(full));
}

/** What a DTD says against a document that names it; empty for a valid one. */
export function faultsByDtd(dtd: string, xml: string): string[] {
  xmlRegisterFsInputProviders();
  const option = ParseOption.XML_PARSE_DTDLOAD | ParseOption.XML_PARSE_DTDVALID | ParseOption.XML_PARSE_NONET;
  const local = xml.replace(/(<!DOCTYPE \w+)[^>]*>/, `$1 SYSTEM "${pathToFileURL(dtd).href}">`);
  try {
    XmlDocument.fromString(local, { option }).dispose();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

let isRegistered = false;
const known = new Map<string, XsdValidator>();

/** What a schema says against a document; empty for a valid one. */
export function faultsBy(schema: string, xml: Uint8Array): string[] {
  if (!isRegistered) xmlRegisterFsInputProviders();
  isRegistered = true;
  const validator =
    known.get(schema) ?? XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema), { url: schema }));
  known.set(schema, validator);
  const document = XmlDocument.fromBuffer(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    const { message, details = [] } = error as Error & { details?: { message: string; line: number }[] };
    return details.length > 0 ? details.map((one) => `${one.line}: ${one.message}`) : [message];
  } finally {
    document.dispose();
  }
}
