import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { licenceAddress } from '../../build/issue/licence.ts';

test('licences have addresses', () => {
  assert.is(licenceAddress('CC-BY-NC-ND-4.0'), 'https://creativecommons.org/licenses/by-nc-nd/4.0/');
  assert.is(licenceAddress('CC0-1.0'), 'https://creativecommons.org/publicdomain/zero/1.0/');
  assert.is(licenceAddress('https://example.org/l'), 'https://example.org/l');
  assert.is(licenceAddress('All rights reserved'), undefined);
});

test.run();
