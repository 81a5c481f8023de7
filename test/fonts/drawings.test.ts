import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { startChrome } from '../../build/browser/browser.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { drawnLetters } from '../../build/fonts/drawn-letters.ts';
import { dressPictures } from '../../build/fonts/dress-pictures.ts';
import type { Issue, Picture } from '../../build/issue/model.ts';
import { printSite } from '../../build/pdf/print.ts';
import { readStyle } from '../../build/styles/style.ts';
import { fontsIn } from '../pdf/fonts-in.ts';

const test = suite('fonts/drawings');

const style = await readStyle(await openRepository(offprintRoot), 'quarterly', 'print');
const open = '<svg xmlns="http://www.w3.org/2000/svg" id="root" width="200" height="80">';

/** The faces of each piece of text in a drawing. */
function facesOf(content: string): string[] {
  const svg = fromXml(`${open}${content}</svg>`).children[0] as Element;
  return drawnLetters(svg, style).map(({ text, faces, missing, signs, outline }) => {
    const names = [...faces.keys()].map(
      ({ family, weight, italic }) => `${family} ${weight}${italic ? ' italic' : ''}`,
    );
    const more = [
      missing.length > 0 ? `lacks ${missing.join('')}` : '',
      signs ? `signs of ${signs}` : '',
      outline ?? '',
    ];
    return [`${text.trim()}: ${names.join(' + ')}`, ...more.filter(Boolean)].join(', ');
  });
}

test('letters are set as attributes, rules and shorthands say, the strongest first', () => {
  for (const [content, ...faces] of [
    ['<text>a</text>', 'a: Source Sans 3 400'],
    ['<text font-family="Times New Roman" font-weight="bold">a</text>', 'a: Source Serif 4 600'],
    ['<text style="font: italic 700 12px/1.2 Georgia, serif">a</text>', 'a: Source Serif 4 600 italic'],
    ['<style>text{font-family:serif}.b{font-weight:800}</style><text class="a b">a</text>', 'a: Source Serif 4 600'],
    [
      '<style><![CDATA[#root g > .b{font:oblique 12px serif}]]></style><g><text class="b">a</text></g>',
      'a: Source Serif 4 400 italic',
    ],
    [
      '<style>.a .b{font-weight:bold}.b{font-weight:400}</style><g class="a"><text class="b">a</text></g>',
      'a: Source Sans 3 600',
    ],
    ['<style>text{font-weight:bold!important}</style><text style="font-weight:400">a</text>', 'a: Source Sans 3 600'],
    ['<style>text{font-weight:bold}</style><text font-weight="400">a</text>', 'a: Source Sans 3 600'],
    [
      '<style>text:nth-child(2){font-weight:bold}text:hover{font-style:italic}</style><text>a</text>',
      'a: Source Sans 3 600',
    ],
    [
      '<style>@media (prefers-color-scheme: dark){text{font-weight:bold}}@media print{text{font-style:italic}}</style><text>a</text>',
      'a: Source Sans 3 400 italic',
    ],
    [
      '<g font-family="serif" font-weight="700"><text>a<tspan font-weight="normal">b</tspan><tspan style="font-family:inherit">c</tspan></text></g>',
      'a: Source Serif 4 600',
      'b: Source Serif 4 400',
      'c: Source Serif 4 600',
    ],
    ['<text font-family="Nobody knows, Courier New"><textPath href="#p">a</textPath></text>', 'a: Source Code Pro 400'],
    ['<text font-family="\'MyriadPro-BoldIt\'">a</text>', 'a: Source Sans 3 600 italic'],
    ['<text font-family="Noto Serif">a</text>', 'a: Noto Serif 400'],
    ['<desc>no letters</desc>'],
  ] as const)
    assert.equal(facesOf(content), faces, content);
});

test('what a face lacks is in another, or told; so are signs, and lines around letters', () => {
  assert.equal(facesOf('<text>aƨ̩́</text>'), ['aƨ̩́: Source Sans 3 400 + Noto Serif 400']);
  assert.equal(facesOf('<text>a\u5c71\u200bb</text>'), ['a山\u200bb: Source Sans 3 400, lacks 山']);
  assert.equal(facesOf('<text font-family="Symbol">a</text>'), ['a: Source Sans 3 400, signs of Symbol']);
  assert.equal(facesOf('<text font-family="Symbol">α</text>'), ['α: Source Sans 3 400']);
  assert.equal(
    facesOf('<g stroke="red"><text>a</text><text stroke="none">b</text><text stroke-width="0">c</text></g>'),
    ['a: Source Sans 3 400, spare', 'b: Source Sans 3 400', 'c: Source Sans 3 400'],
  );
  assert.equal(facesOf('<style>.h{stroke:#000;fill:none}</style><text class="h">a</text>'), [
    'a: Source Sans 3 400, needed',
  ]);
});

test('a browser prints drawings in the style’s faces alone, and none of them drawn by itself', async () => {
  const rules =
    '*{font-family:Charter}.b{font:bold 14px Arial!important}.i{font-style:italic;font-weight:900}text{font-synthesis:weight}';
  const drawings = [
    `<style>${rules}</style><text y="20" class="b">Bold <tspan class="i">sloped</tspan> <tspan>plain</tspan></text>`,
    '<text y="20" style="font:italic bold 16px Verdana" stroke="red" font-stretch="condensed">Lines ƨ̩́ αβγ</text><text y="50" font-variant="small-caps">Small</text>',
    `<image width="200" height="80" href="data:image/svg+xml;base64,${Buffer.from(`${open}<text y="20" font-weight="bold" font-family="Courier">Inner</text></svg>`).toString('base64')}"/>`,
  ];
  const pictures = drawings.map(
    (content, i): Picture => ({
      name: `${i}.svg`,
      mediaType: 'image/svg+xml',
      data: new TextEncoder().encode(`${open}${content}</svg>`),
      width: 200,
      height: 80,
    }),
  );
  const dressed = (await dressPictures({ pictures } as Issue, style)).pictures;
  const images = dressed.map(({ name }) => `<img src="${name}" alt="A drawing"/>`).join('');
  const chrome = await startChrome();
  try {
    const html = `<!DOCTYPE html><html lang="en"><title>Try</title><body>${images}</body></html>`;
    const files = new Map([
      ['a.html', { type: 'text/html', data: html as string | Uint8Array }],
      ...dressed.map(({ name, mediaType, data }) => [name, { type: mediaType as string, data }] as const),
    ]);
    const fonts = await fontsIn(await printSite(chrome, { entry: 'a.html', files }, new Date(0)));
    assert.equal(
      [...new Set(fonts)].sort(),
      [
        'NotoSerif-SemiBoldItalic',
        'SourceCodePro-SemiBold',
        'SourceSans3-Regular',
        'SourceSans3-SemiBold',
        'SourceSans3-SemiBoldItalic',
        'SourceSerif4-SemiBold',
        'SourceSerif4-SemiBoldItalic',
      ].sort(),
    );
  } finally {
    await chrome.close();
  }
});

test.run();
