import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkGlyphs } from '../../build/check/glyphs.ts';
import { article, issueOf } from '../epub/sample.ts';
import { style } from '../galley/compose.ts';

const test = suite('check/glyphs');

function told(body: string): string[] {
  const issue = issueOf([article(1, { front: { authors: [{ name: 'Anon' }] }, title: 'T', body })]);
  checkGlyphs(issue, style);
  return issue.articles.flatMap(({ file }) => file.messages.map(({ reason }) => reason));
}

test('a character that a face further down the list has is no fault', () => {
  assert.equal(told('<p>p ⇒ q, ♀ and ♂, Ѫ</p>'), []);
});

test('a character of no face is told once', () => {
  const [first, ...rest] = told('<p>𒀀 and 𒀀</p>');
  assert.match(first ?? '', /“𒀀” \(U\+12000\)/);
  assert.is(rest.length, 0);
});

test('the face of code helps out in code alone', () => {
  assert.equal(told('<p><code>╔═╗</code></p>'), []);
  assert.is(told('<p>╔ stands in text</p>').length, 1);
});

test.run();
