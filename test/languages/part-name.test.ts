import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { houseLanguages } from '../../build/languages/languages.ts';
import { partName, sortName } from '../../build/languages/part-name.ts';

/* What each language asks for stands in its file, with its tests; this is what holds for all. */

const sorted = (name: string, lang: string): string => sortName({ name }, lang, houseLanguages);

test('the parts that front matter gives come first', () => {
  const whole = { name: 'Anna Maria Müller', given: 'Anna Maria', family: 'Müller' };
  assert.is(sortName(whole, 'es', houseLanguages), 'Müller, Anna Maria');
  assert.is(sortName({ ...whole, given: undefined }, 'en', houseLanguages), 'Müller');
  assert.is(sortName({ name: 'Bartók Béla', given: 'Béla', family: 'Bartók' }, 'hu', houseLanguages), 'Bartók Béla');
});

test('a name in another script follows a language of that script', () => {
  assert.is(sorted('Шевченко Тарас Григорович', 'en'), 'Шевченко Тарас Григорович'.replace(' ', ', '));
  assert.is(sorted('Ludwig van Beethoven', 'uk'), 'van Beethoven, Ludwig');
  assert.is(sorted('יוסף כהן', 'uk'), 'כהן, יוסף');
  assert.is(sorted('王小明', 'de'), '王小明');
  assert.equal(partName({ name: '欧阳修' }, 'en', houseLanguages), {
    family: '欧阳',
    given: '修',
    isFamilyFirst: true,
  });
  assert.equal(partName({ name: '김 민수' }, 'en', houseLanguages), {
    family: '김',
    given: '민수',
    isFamilyFirst: true,
  });
});

test('what is no name of a person stays as it is', () => {
  for (const name of ['Plato', 'The Editors of Galley', 'Institut für Deutsche Sprache', '', 'Redaktion'])
    assert.is(sorted(name, 'de'), name);
});

test('elided particles, in either apostrophe', () => {
  assert.is(sorted('Jean d’Ormesson', 'fr'), 'Ormesson, Jean d’');
  assert.is(sorted("Jean d'Ormesson", 'fr'), "Ormesson, Jean d'");
  assert.is(sorted('Gabriele D’Annunzio', 'it'), 'D’Annunzio, Gabriele');
});

test.run();
