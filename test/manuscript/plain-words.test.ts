import { fromHtml } from 'hast-util-from-html';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plainWords } from '../../build/manuscript/constructs/text/plain-words.ts';

const test = suite('manuscript/plain-words');
const words = (html: string) => plainWords(fromHtml(html, { fragment: true }));

test('what is raised or lowered is so in plain words, where Unicode has all of it', () => {
  assert.is(
    words('m<sup>2</sup>, <em>H<sub>2</sub></em>O, 10<sup>−23</sup>, x<sup>n+1</sup>, SO<sub>4</sub><sup>2-</sup>'),
    'm², H₂O, 10⁻²³, xⁿ⁺¹, SO₄²⁻',
  );
  assert.is(words('1<sup>er</sup>, v<sub>max</sub>, a<sup><em>2</em></sup>, <sup></sup>b'), '1er, vmax, a², b');
});

test.run();
