import { readFile } from 'node:fs/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonSchemas } from '../../build/issue/json-schema.ts';

test('the schemas on disk are those of the code; else: npm run schemas', async () => {
  for (const [name, text] of jsonSchemas())
    assert.fixture(await readFile(new URL(`../../build/schemas/${name}`, import.meta.url), 'utf8'), text);
});

test('they say what an editor program needs', () => {
  const { properties, required, additionalProperties } = JSON.parse(
    jsonSchemas().get('front-matter.schema.json') ?? '',
  );
  assert.equal(required, ['title', 'authors']);
  assert.is(additionalProperties, false);
  assert.equal(properties.kind, {
    enum: ['article', 'interview', 'review', 'editorial', 'note'],
    default: 'article',
    type: 'string',
    description: 'What the piece is.',
  });
  assert.is(properties.received.description, 'When the manuscript came in: 2015-09-30.');
  const author = properties.authors.items;
  assert.equal(author.required, ['name']);
  assert.match(author.properties.orcid.description, 'ORCID', 'help that stands after a transformation');
});

test.run();
