import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { imported } from '../imported.ts';

const words = 'Salt was carried along the river by boats of oak, and sold in the towns of the plain.';

test('a label may end its line', async () => {
  const { facts, differences } = await imported(
    'paper.md',
    `# Salt\n\nAbstract:\\\n${words}\n\n## Introduction\n\nText.\n`,
  );
  assert.is(facts.abstract?.value, words);
  assert.equal(differences, []);
});

test.run();
