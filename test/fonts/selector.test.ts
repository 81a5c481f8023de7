import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { matches, parseSelector } from '../../build/fonts/selector.ts';

/** The path down the first children to the innermost element. */
function pathOf(xml: string): Element[] {
  const path: Element[] = [];
  let node = fromXml(xml).children[0];
  while (node?.type === 'element') {
    path.push(node);
    node = node.children[0];
  }
  return path;
}

const path = pathOf(
  '<body class="book"><section id="a1"><p class="first big" lang="en-GB"><em>x</em></p></section></body>',
);

for (const [selector, expected] of [
  ['em', true],
  ['p em', true],
  ['body em', true],
  ['section > em', false],
  ['.book>section p.first.big > em', true],
  ['#a1 [lang|="en"] em', true],
  ['p[lang="en"] em', false],
  ['em em', false],
  ['.small em', false],
  [':not(p) em', true],
  ['h1 + p em', true],
  ['.table em', false],
] as const) {
  test(`${selector} ${expected ? 'may mean' : 'does not mean'} the element`, () => {
    assert.is(matches(parseSelector(selector), path), expected);
  });
}

test('what is left out of the judgement makes a selector uncertain', () => {
  assert.equal(
    ['p.x', 'p:first-child', 'h1 + p', 'li::before', ':root'].map((text) => parseSelector(text).certain),
    [true, false, false, false, true],
  );
});

test('ids weigh more than classes, classes more than types', () => {
  const [id, classes, type] = ['#x', 'p.x.y', 'body p'].map((text) => parseSelector(text).specificity) as [
    number,
    number,
    number,
  ];
  assert.ok(id > classes && classes > type);
});

test.run();
