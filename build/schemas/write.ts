import { readFile, writeFile } from 'node:fs/promises';
import { jsonSchemas } from './json-schema.ts';
import { fillKeyTables, pagesWithKeys } from './key-tables.ts';

/*
 * Writes the files that are made of the schemas in build/issue/: their JSON Schemas, beside this file, and the tables
 * of keys in the docs. `npm run schemas`, after any change to them.
 */
const schemas = jsonSchemas();
for (const [name, text] of schemas) await writeFile(new URL(name, import.meta.url), text);
for (const name of pagesWithKeys) {
  const page = new URL(`../../${name}`, import.meta.url);
  await writeFile(page, fillKeyTables(await readFile(page, 'utf8'), schemas));
}
