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

/** What stands in the root of a drawing, when it has been cleaned. */
function inside(content: string): string | undefined {
  return /<svg[^>]*>(.*)<\/svg>/s.exec(clean(`${open} viewBox="0 0 3 4">${content}</svg>`).text ?? '')?.[1];
}

test('an SVG has the size it says, else that of its view box', () => {
  for (const [attributes, size] of [
    ['width="3" height="4"', [3, 4]],
    ['width="96px" height="72pt"', [96, 96]],
    ['width="25.4mm" height="1in"', [96, 96]],
    ['viewBox="0 0 20 10"', [20, 10]],
    ['viewBox="0,0,20,10" width="100%"', [20, 10]],
    ['viewBox="0 0 20 10" width="40"', [40, 20]],
    ['viewBox="0 0 20 10" height="20"', [40, 20]],
    ['viewBox="0 0 20 10" width="2.54cm" height="6pc"', [96, 96]],
    ['viewBox="0 0 20 10" width="100%" style="width:40px;height:20px"', [40, 20]],
    ['viewBox="none" width="3" height="4"', [3, 4]],
    ['width="1.2e1" height="2em"', [12, 32]],
  ] as const) {
    const { made } = clean(`${open} ${attributes}/>`);
    assert.equal([made?.width, made?.height], size, attributes);
  }
});

test('a drawing in which nothing would be seen is not read, and one that does not say its size is told', () => {
  for (const attributes of ['width="0" height="4"', 'viewBox="0 0 0 4"', 'viewBox="0 0 3 0" width="3" height="4"'])
    assert.throws(() => clean(`${open} ${attributes}/>`), undefined, attributes);
  for (const attributes of ['', 'width="100%"', 'width="3"']) {
    const { made, faults } = clean(`${open} ${attributes}/>`);
    assert.ok(made);
    assert.match(faults.join(), /does not say how large it is/);
  }
});

test('what runs or reaches out is refused, and named', () => {
  for (const [inside, found] of [
    ['<script>1</script>', '<script>'],
    ['<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>', '<script>'],
    ['<foreignObject><p>Some words</p></foreignObject>', 'HTML (<foreignObject>): “Somewords”'],
    ['<foreignObject><img/></foreignObject>', 'HTML (<foreignObject>)'],
    ['<rect onload="x()"/>', 'onload="…"'],
    ['<image href="https://example.org/a.png"/>', 'href="https://example.org/a.png"'],
    ['<use href="b.svg#c"/>', 'href="b.svg#c"'],
    ['<image href="data:image/svg+xml,x"/>', 'a drawing in it that cannot be set: href="data:image/svg+xml,x"'],
    ['<a href="javascript:x()"><rect/></a>', 'href="javascript:x()"'],
    ['<rect fill="url(https://example.org)"/>', 'fill="url(https://example.org)"'],
    ['<rect style="fill:u\\72l(https://example.org)"/>', 'style="fill:u\\72l(https://example.org)"'],
    ['<style>a { b: url(https://example.org) }</style>', 'a stylesheet that loads files'],
    ['<style><![CDATA[a { b: url(https://example.org) }]]></style>', 'a stylesheet that loads files'],
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

test('what is no SVG is not read', () => {
  for (const svg of ['<html/>', '<svg xmlns="x"/>', `${open} width="3" height="4"><style>a {</style></svg>`])
    assert.throws(() => clean(svg), undefined, svg);
});

test('names are SVG’s whatever their prefix, and what has other namespaces goes', () => {
  const { text } = clean(
    '<n:svg xmlns:n="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink" xmlns:o="other" viewBox="0 0 3 4" o:a="b"><o:x><n:rect/></o:x><n:use l:href="#a" n:b="c" xml:space="preserve"/><plain/></n:svg>',
  );
  const root = `${open} xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 3 4" width="3" height="4"`;
  assert.is(
    text,
    `<?xml version="1.0" encoding="utf-8"?>\n${root}><use xlink:href="#a" xml:space="preserve"></use></svg>\n`,
  );
});

test('links, movement and imports are dropped and told, once for each kind, and what they stand on is kept', () => {
  const link = '<a href="https://example.org" target="_blank" class="x">';
  const content = `<style>@import "a.css";</style>${link}<rect/></a><text>${link}word</a></text><rect><set attributeName="x"/></rect>`;
  assert.is(
    inside(content),
    '<style></style><g class="x"><rect></rect></g><text><tspan class="x">word</tspan></text><rect></rect>',
  );
  const { faults } = clean(`${open} viewBox="0 0 3 4">${content}</svg>`);
  assert.equal(faults, [
    'a.svg has a stylesheet from elsewhere ("a.css"), which is left out',
    'a.svg has 2 times a link, which is left out; what it stands on is kept',
    'a.svg has a movement, which is left out: it is drawn as it begins',
  ]);
});

test('faces that a drawing brings or loads go without a word, for its letters are set in those of the style', () => {
  const faces =
    '@import url(https://fonts.example.org/css?family=A);@font-face{font-family:A;src:url(https://x/a.ttf)}';
  assert.is(inside(`<style>${faces}text{fill:red}</style>`), '<style>text{fill:red}</style>');
  assert.is(inside('<font><glyph/></font>'), '');
});

test('of a switch, the child is kept that browsers show; plain text in place of the same words in HTML', () => {
  const html =
    '<foreignObject requiredFeatures="x"><div xmlns="http://www.w3.org/1999/xhtml">A<br/>label</div></foreignObject>';
  assert.is(inside(`<switch>${html}<text>A label</text></switch>`), '<g><text>A label</text></g>');
  assert.is(inside(`<switch>${html}<text>A lab…</text></switch>`), undefined);
  assert.is(inside('<switch><foreignObject requiredExtensions="x"/><g id="a"/></switch>'), '<g><g id="a"></g></g>');
  assert.is(
    inside('<switch><text systemLanguage="de">Zahl</text><text>number</text></switch>'),
    '<g><text>number</text></g>',
  );
});

test('a drawing in a drawing is cleaned as well', () => {
  const inner = `${open} viewBox='0 0 1 1'><a href='x'><rect/></a></svg>`;
  const [, data = ''] =
    /base64,([^"]*)/.exec(inside(`<image href="data:image/svg+xml,${encodeURIComponent(inner)}"/>`) ?? '') ?? [];
  assert.match(Buffer.from(data, 'base64').toString(), '<g><rect></rect></g>');
});

test('a drawing is read in the encoding that it says', () => {
  const svg = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>${open} viewBox="0 0 1 1"><text>\xe9</text></svg>`;
  for (const [bytes, label] of [
    [Buffer.from(svg('iso-8859-1'), 'latin1'), 'latin1'],
    [Buffer.from(`\ufeff${svg('utf-16')}`, 'utf16le'), 'utf-16'],
    [Buffer.from(svg('utf-16')), 'utf-16 in name'],
  ] as const) {
    const made = cleanSvg(bytes, { file: new VFile(), at: undefined, url: 'a.svg' });
    assert.match(new TextDecoder().decode(made?.data), '<text>\xe9</text>', label);
  }
});

test.run();
