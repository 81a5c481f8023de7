import { readFile } from 'node:fs/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonSchemas } from '../../build/schemas/json-schema.ts';
import { fillKeyTables, keyTable, pagesWithKeys } from '../../build/schemas/key-tables.ts';

test('the schemas on disk are those of the code; else: npm run schemas', async () => {
  for (const [name, text] of jsonSchemas())
    assert.fixture(await readFile(new URL(`../../build/schemas/${name}`, import.meta.url), 'utf8'), text);
});

test('the tables of keys in the docs are those of the code; else: npm run schemas', async () => {
  for (const name of pagesWithKeys) {
    const page = await readFile(new URL(`../../${name}`, import.meta.url), 'utf8');
    assert.match(page, '<!-- keys: ');
    assert.fixture(page, fillKeyTables(page, jsonSchemas()));
  }
});

test('a table of keys says which are required, and opens keys that hold others', () => {
  const name = { description: 'The name as it is printed.' };
  const schema = {
    required: ['authors'],
    properties: {
      authors: { items: { required: ['name'], properties: { name } } },
      print: { properties: { cover: {} } },
    },
  };
  assert.is(
    keyTable(schema, 'print'),
    [
      '| key | is |',
      '|---|---|',
      '| `authors:` | *Required.* |',
      '| `authors:` `name:` | The name as it is printed. *Required.* |',
      '| `print:` |  |\n',
    ].join('\n'),
  );
});

test('every key has its help', () => {
  for (const [file, text] of jsonSchemas())
    if (file !== 'pages.schema.json')
      assert.equal(keyTable(JSON.parse(text)).match(/^.*\| +(?:\*Required\.\* )?\|$/gm) ?? [], [], file);
});

test('they say what an editor program needs', () => {
  const { properties, required, additionalProperties } = JSON.parse(
    jsonSchemas().get('front-matter.schema.json') ?? '',
  );
  assert.equal(required, ['title', 'authors']);
  assert.is(additionalProperties, false);
  const { enum: kinds, ...kind } = properties.kind;
  assert.equal(kinds.slice(0, 5), ['article', 'interview', 'review', 'editorial', 'note']);
  assert.is(kind.default, 'article');
  assert.is(kind.type, 'string');
  assert.match(kind.description, /^What the piece is: article, interview, .* or expression-of-concern\.$/);
  assert.is(properties.received.description, 'When the manuscript came in: 2015-09-30.');
  const author = properties.authors.items;
  assert.equal(author.required, ['name']);
  assert.match(author.properties.orcid.description, 'ORCID', 'help that stands after a transformation');
});

test.run();
