import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { cleanSvg } from '../../build/images/svg.ts';

const open = '<svg xmlns="http://www.w3.org/2000/svg"';

/** What becomes of an SVG: its size and text, or the faults that were reported. */
function clean(svg: string) {
  const file = new VFile();
  const made = cleanSvg(new TextEncoder().encode(svg), { file, at: undefined, url: 'a.svg' });
  return { made, text: made && new TextDecoder().decode(made.data), faults: file.messages.map(({ reason }) => reason) };
}

test('an SVG has the size it says, else that of its view box', () => {
  for (const [attributes, size] of [
    ['width="3" height="4"', [3, 4]],
    ['width="96px" height="72pt"', [96, 96]],
    ['width="25.4mm" height="1in"', [96, 96]],
    ['viewBox="0 0 20 10"', [20, 10]],
    ['viewBox="0,0,20,10" width="100%"', [20, 10]],
    ['viewBox="0 0 20 10" width="40"', [40, 20]],
  ] as const) {
    const { made } = clean(`${open} ${attributes}/>`);
    assert.equal([made?.width, made?.height], size, attributes);
  }
});

test('what runs or reaches out is refused, and named', () => {
  for (const [inside, found] of [
    ['<script>1</script>', '<script>'],
    ['<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>', '<script>'],
    ['<foreignObject/>', '<foreignObject>'],
    ['<rect onload="x()"/>', 'onload="…"'],
    ['<image href="https://example.org/a.png"/>', 'href="https://example.org/a.png"'],
    ['<use href="b.svg#c"/>', 'href="b.svg#c"'],
    ['<image href="data:image/svg+xml,x"/>', 'href="data:image/svg+xml,x"'],
    ['<rect fill="url(https://example.org)"/>', 'fill="url(https://example.org)"'],
    ['<style>@import "a.css";</style>', 'a stylesheet that loads files'],
    ['<style><![CDATA[@import "a.css"]]></style>', 'a stylesheet that loads files'],
    ['<style>a { fill: u\\72l(https://example.org) }</style>', 'a stylesheet that loads files'],
  ] as const) {
    const { made, faults } = clean(`${open} width="3" height="4">${inside}</svg>`);
    assert.is(made, undefined, inside);
    assert.equal(faults, [`a.svg has ${found}`]);
  }
});

test('what points into the picture stays, what drawing programs leave goes', () => {
  const { text, faults } = clean(
    `<?xml version="1.0"?><?xml-stylesheet href="a.css"?><!DOCTYPE svg>${open} xmlns:inkscape="i" inkscape:version="1" xml:base="https://example.org/" width="3" height="4"><metadata>x</metadata><rect style="fill:url('#a')" filter="url(#b)"/></svg>`,
  );
  assert.equal(faults, []);
  assert.is(
    text,
    `<?xml version="1.0" encoding="utf-8"?>\n${open} width="3" height="4" viewBox="0 0 3 4"><rect style="fill:url('#a')" filter="url(#b)"></rect></svg>\n`,
  );
});

test('what is no SVG, or declares entities, is not read', () => {
  const entities = '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>';
  for (const svg of ['<html/>', '<svg xmlns="x"/>', `${entities}${open} width="3" height="4"><text>&b;</text></svg>`])
    assert.throws(() => clean(svg), undefined, svg);
});

test.run();
