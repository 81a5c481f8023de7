import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sortName, sortTitle } from '../../build/epub/package/sort-name.ts';
import { licenceAddress } from '../../build/issue/licence.ts';

test('names are sorted by family', () => {
  assert.is(sortName({ name: 'Anna Maria Müller', given: 'Anna Maria', family: 'Müller' }), 'Müller, Anna Maria');
  assert.is(sortName({ name: 'Іван Петренко' }), 'Петренко, Іван');
  assert.is(sortName({ name: 'D. S. Likhachev' }), 'Likhachev, D. S.');
  for (const name of ['Plato', 'The Editors of Galley', 'Jan van der Berg']) assert.is(sortName({ name }), name);
});

test('titles are sorted without their article', () => {
  assert.is(sortTitle('The Journal', 'en-GB'), 'Journal, The');
  assert.is(sortTitle('L’Année', 'fr'), 'Année, L’');
  assert.is(sortTitle('Theory', 'en'), 'Theory');
  assert.is(sortTitle('Die Zeit', 'en'), 'Die Zeit');
});

test('licences have addresses', () => {
  assert.is(licenceAddress('CC-BY-NC-ND-4.0'), 'https://creativecommons.org/licenses/by-nc-nd/4.0/');
  assert.is(licenceAddress('CC0-1.0'), 'https://creativecommons.org/publicdomain/zero/1.0/');
  assert.is(licenceAddress('https://example.org/l'), 'https://example.org/l');
  assert.is(licenceAddress('All rights reserved'), undefined);
});

test.run();
