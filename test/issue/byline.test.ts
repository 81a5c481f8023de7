import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bylineOf } from '../../build/issue/byline.ts';

test('few authors have lines of their own', () => {
  assert.equal(bylineOf([{ name: 'A B', honorific: 'Dr.', affiliation: 'U', country: 'Norway' }, { name: 'C' }]), {
    runOn: false,
    authors: [
      { name: 'Dr.\u00a0A B', affiliation: 'U, Norway', calls: [] },
      { name: 'C', calls: [] },
    ],
    affiliations: [],
  });
});

test('many share a numbered list of affiliations, each once', () => {
  const byline = bylineOf(
    Array.from({ length: 20 }, (_, i) => ({ name: `N${i}`, affiliation: i % 2 ? 'Odd' : 'Even' })),
  );
  assert.equal(byline.affiliations, ['Even', 'Odd']);
  assert.equal(byline.authors.slice(0, 3), [
    { name: 'N0', mark: '1', calls: [] },
    { name: 'N1', mark: '2', calls: [] },
    { name: 'N2', mark: '1', calls: [] },
  ]);
});

test('one affiliation for all needs no numbers', () => {
  const byline = bylineOf(Array.from({ length: 6 }, (_, i) => ({ name: `N${i}`, country: 'Norway' })));
  assert.equal(byline.affiliations, ['Norway']);
  assert.ok(byline.authors.every(({ mark }) => mark === undefined));
});

test.run();
