import { writeFile } from 'node:fs/promises';
import { jsonSchemas } from '../issue/json-schema.ts';

// Writes the JSON Schemas of settings and front matter beside this file: `npm run schemas`, after any change to the schemas in build/issue/.
for (const [name, text] of jsonSchemas()) await writeFile(new URL(name, import.meta.url), text);
