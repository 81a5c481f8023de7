import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, journal } from './folders.ts';
import { offprint } from './offprint.ts';

test('--only: an edition has the same bytes, whichever others are made', async () => {
  const root = await journal();
  const build = async (only: string) => {
    assert.is((await offprint(['build', '--quiet', '--no-cache', '--only', only, '--out', only], root)).code, 0);
    return contents(join(root, only));
  };
  const [alone, all] = [await build('screen'), await build('screen,offprints')];
  const pdf = Object.keys(alone).find((path) => path.endsWith('-screen.pdf')) ?? '';
  assert.ok(alone[pdf] && alone[pdf] === all[pdf], pdf);
});

test.run();
