import postcss from 'postcss';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { cascadeOf } from '../../build/fonts/cascade.ts';

const test = suite('fonts/cascade');

/** How the element `x` is set under a stylesheet, as a line. */
function styleOf(css: string, body: string): string {
  const document = fromXml(`<html><body>${body}</body></html>`);
  const find = (node: Element | Root): Element | undefined => {
    for (const child of node.children as Root['children']) {
      if (child.type !== 'element') continue;
      const found = child.attributes.id === 'x' ? child : find(child);
      if (found) return found;
    }
    return undefined;
  };
  const { families, weight, italic, smallCaps, transform } = cascadeOf(
    postcss.parse(css),
    document,
  )(find(document) as Element);
  return [
    families.join('/'),
    weight,
    italic ? 'italic' : '',
    smallCaps ? 'caps' : '',
    transform === 'none' ? '' : transform,
  ]
    .filter(Boolean)
    .join(' ');
}

const cases: [what: string, css: string, body: string, style: string][] = [
  ['what browsers do', '', '<p><em><strong id="x"/></em></p>', '700 italic'],
  ['the later of equals', 'p { font-weight: 600 } p { font-weight: 300 }', '<p id="x"/>', '300'],
  [
    'the more special, wherever it stands',
    '.a p { font-style: italic } p { font-style: normal }',
    '<div class="a"><p id="x"/></div>',
    '400 italic',
  ],
  [
    'what is in the brackets of :is() counts, that of :where() does not',
    ':is(.a, b) p { font-weight: 600 } :where(.a) p { font-weight: 300 } p { font-weight: 500 }',
    '<div class="a"><p id="x"/></div>',
    '600',
  ],
  [
    'a shorthand sets all of its parts',
    'p { font: italic 600 var(--s)/var(--l) var(--f) } :root { --s: calc(2 * (1pt + 3pt)); --l: 12pt; --f: "A B", C }',
    '<p id="x"/>',
    'A B/C 600 italic',
  ],
  [
    'custom properties are inherited from where they are set',
    ':root { --f: A } .b { --f: B } p { font-family: var(--f) }',
    '<div class="b"><p id="x"/></div>',
    'B 400',
  ],
  [
    'an unknown custom property makes a declaration void',
    'p { font-family: A } p { font-family: var(--none) }',
    '<p id="x"/>',
    'A 400',
  ],
  [
    'bolder and inherit',
    '.a { font-weight: 600; font-style: italic } i { font-weight: bolder; font-style: inherit }',
    '<p class="a"><i id="x"/></p>',
    '900 italic',
  ],
  ['important', 'p { font-weight: 600 !important } #x { font-weight: 300 }', '<p id="x"/>', '600'],
  [
    'siblings, :not(), :has(), :first-child',
    'h2 + p:not(:first-child):has(b) { text-transform: uppercase }',
    '<h2/><p id="x"><b/></p>',
    '400 uppercase',
  ],
  [
    'the language of what is around',
    ':lang(uk) i { font-variant: small-caps }',
    '<p lang="uk-UA"><i id="x"/></p>',
    '400 italic caps',
  ],
  [
    'print, not screen; nothing for ::before',
    '@media screen { p { font-weight: 100 } } @media print { p { font-weight: 600 } } p::before { font-weight: 900 }',
    '<p id="x"/>',
    '600',
  ],
  [
    'rules within rules',
    '.a { & > p { font-weight: 600 } em { font-style: normal } }',
    '<div class="a"><p><em id="x"/></p></div>',
    '600',
  ],
  [
    'what no browser understands has no effect',
    'p:::x, p { font-weight: 600 } p { font-weight: 300 }',
    '<p id="x"/>',
    '300',
  ],
];
for (const [what, css, body, style] of cases) test(what, () => assert.is(styleOf(css, body), style));

test.run();
