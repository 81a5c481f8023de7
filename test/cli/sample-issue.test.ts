import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, emptyFolder } from './folders.ts';
import { offprintAlone } from './offprint.ts';

/*
 * The one build of the quick part of the tests: of all that the sample issue has, with all editions, as a user does it.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the sample issue is built, and nothing is said against it', async () => {
  const out = await emptyFolder();
  const { code, stderr } = await offprintAlone(['build', '--out', out, '--quiet', '--strict'], root);
  assert.is(stderr, '');
  assert.is(code, 0);
  const files = Object.keys(await contents(out));
  for (const name of ['.epub', '-print.pdf', '-screen.pdf', 'pages.json', 'manifest.json'])
    assert.ok(
      files.some((path) => path.endsWith(name)),
      `${name}: ${files.join(', ')}`,
    );
});

test.run();
