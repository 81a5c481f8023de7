import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sizeImages } from '../../build/reflow/images.ts';
import { toXhtml } from '../../build/theme/xhtml.ts';
import { html } from '../epub/sample.ts';

const test = suite('epub/images');

test('an image has the size of its picture in the e-book', () => {
  const tree = {
    type: 'root' as const,
    children: html('<p><img src="images/a1--way.jpg" alt="A way" width="6000" height="4000"></p>'),
  };
  sizeImages(tree, [
    { name: 'a1--way.jpg', mediaType: 'image/jpeg', data: new Uint8Array(), width: 2478, height: 1652 },
  ]);
  assert.match(toXhtml(tree.children), /alt="A way" width="2478" height="1652"/);
});

test.run();
