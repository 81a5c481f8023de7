import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bareText } from '../../build/citable/bare-text.ts';
import { doiIn } from '../../build/citable/references.ts';
import { citableRelations } from '../../build/citable/relations.ts';
import type { FrontMatter } from '../../build/issue/schema.ts';

test('the DOI of an entry is found in whatever form it has, without what stands behind it', () => {
  for (const [text, doi] of [
    ['Roe, J. A Line. https://doi.org/10.5555/12345678.', '10.5555/12345678'],
    ['Roe, J. A Line. doi: 10.5555/a(b)c;', '10.5555/a(b)c'],
    ['Roe, J. A Line (doi:10.5555/ab).', '10.5555/ab'],
    ['http://dx.doi.org/10.5555/%D0%B0', '10.5555/а'],
    ['10.5555/bare', '10.5555/bare'],
    ['Roe, J. 10.55 pages', undefined],
    ['Vol. 10.5555 of it', undefined],
  ] as const)
    assert.is(doiIn(text), doi, text);
});

test('texts of data have ordinary spaces, and nothing that is not seen', () => {
  assert.is(bareText('a\u00a0b\u202fc\u00ad\u2060d \n e\u2068f\u2069'), 'a b cd ef');
});

test('relations are told by the kind of the article', () => {
  const front = { title: 'A', authors: [{ name: 'B C' }], corrects: [{ title: 'Its *name*', doi: '10.5555/x' }] };
  const kindsOf = (kind: FrontMatter['kind']) =>
    citableRelations({ ...front, kind }).map((one) => [one.kind, one.title]);
  assert.equal(kindsOf('erratum'), [['corrects', 'Its name']]);
  assert.equal(kindsOf('retraction'), [['retracts', 'Its name']]);
  assert.equal(kindsOf('expression-of-concern'), [['concerns', 'Its name']]);
});

test.run();
