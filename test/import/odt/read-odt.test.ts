import { strToU8, zipSync } from 'fflate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { NotImported } from '../../../build/import/imported.ts';
import { readOdt } from '../../../build/import/odt/read-odt.ts';
import { officeKind } from '../../../build/import/office/what-it-is.ts';
import { type ReadWord, usual, written } from '../word/read.ts';

const names = ['office', 'text', 'table', 'style', 'fo:xsl-fo-compatible', 'draw:drawing', 'svg:svg-compatible', 'meta']
  .map((name) => {
    const [prefix = '', full = prefix] = name.split(':');
    return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${full}:1.0"`;
  })
  .join(' ');
const namespaces = `${names} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`;

const styles = `<style:style style:name="Heading_20_1" style:family="paragraph" style:display-name="Heading 1"/>
<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:margin-left="1.27cm" fo:text-align="end"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/><text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>`;

const common =
  '<style:style style:name="Quotations" style:family="paragraph"/><style:style style:name="Figure" style:family="paragraph"/>';

function makeOdt(text: string, others: Record<string, string> = {}): Uint8Array {
  const parts = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${namespaces}><office:styles>${common}</office:styles></office:document-styles>`,
    ...others,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, [strToU8(part), { level: name === 'mimetype' ? 0 : 6 }]]),
    ),
  );
}

function read(text: string, others: Record<string, string> = {}): ReadWord {
  const bytes = makeOdt(text, others);
  assert.is(officeKind(bytes), 'odt');
  return written(readOdt(bytes, usual));
}

const cell = (words: string, properties = ''): string =>
  `<table:table-cell ${properties}><text:p>${words}</text:p></table:table-cell>`;

const cases: [name: string, text: string, expected: string, doubts?: string[]][] = [
  [
    'words, spaces and breaks',
    '<text:p>Salt<text:s text:c="3"/>came\n by<text:line-break/>river<text:tab/>then.</text:p>',
    'Salt came by\\\nriver then.\n',
  ],
  [
    'looks',
    '<text:p>a <text:span text:style-name="T1">first </text:span>m<text:span text:style-name="T2">2</text:span><text:span text:style-name="T3"> unseen</text:span></text:p>',
    'a *first* m^2^\n',
  ],
  [
    'words that hidden or raised ones touch',
    '<text:p><text:span text:style-name="T3">Salt</text:span>Sugar, 2<text:span text:style-name="T2">4</text:span>x2<text:span text:style-name="T2">4</text:span></text:p>',
    'Sugar, 2^4^x2^4^\n',
  ],
  [
    'a bibliography with its heading',
    '<text:p>Text.</text:p><text:bibliography><text:index-body><text:index-title><text:p>Works</text:p></text:index-title><text:p>Roe 2010.</text:p></text:index-body></text:bibliography>',
    'Text.\n\nWorks\n\n:::references\nRoe 2010.\n:::\n',
  ],
  [
    'a heading and a quotation',
    '<text:h text:outline-level="1">Salt</text:h><text:p text:style-name="Quotations">It came.</text:p><text:p>Text.</text:p>',
    '## Salt\n\n> It came.\n\nText.\n',
  ],
  [
    'a footnote and an endnote',
    '<text:p>One<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>The <text:span text:style-name="T1">foot</text:span>.</text:p><text:p>More.</text:p></text:note-body></text:note>, two<text:note text:id="edn1" text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>The end.</text:p></text:note-body></text:note>.</text:p>',
    'One[^1], two[^2].\n\n[^1]: The *foot*.\n\n    More.\n\n[^2]: The end.\n',
  ],
  [
    'a list with an inner one, and an item of two paragraphs',
    '<text:list text:style-name="L1"><text:list-item><text:p>one</text:p><text:p>more</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>',
    'a) one\n\n   more\n\n   - inner\n\nb) two\n',
  ],
  [
    'a table with a head and cells that span others',
    `<table:table><table:table-header-rows><table:table-row>${cell('Both', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>${cell('a')}${cell('b')}</table:table-row></table:table>`,
    '<table><thead><tr><th colspan="2">Both</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table>\n',
  ],
  [
    'a picture with its caption in a box',
    '<text:p>Text.<draw:frame><draw:text-box><text:p text:style-name="Figure"><draw:frame svg:width="8cm"><draw:image xlink:href="Pictures/a.png"/><svg:desc>A dot</svg:desc></draw:frame>Figure <text:sequence text:ref-name="refFigure0">1</text:sequence>: Salt</text:p></draw:text-box></draw:frame></text:p><text:p>See <text:sequence-ref text:ref-name="refFigure0">Figure 1</text:sequence-ref>.</text:p>',
    'Text.\n\n![A dot](picture-1.png){width=45%}\n\nFigure 1: Salt\n{#fig-1}\n\nSee [Figure 1](#fig-1).\n',
  ],
  [
    'links',
    '<text:p><text:a xlink:href="https://example.org/a">the archive</text:a>, <text:a xlink:href="../a.odt">mine</text:a></text:p>',
    '[the archive](https://example.org/a), mine\n',
    ['import-link'],
  ],
  [
    'a contents list',
    '<text:table-of-content><text:index-body><text:p>Salt 1</text:p></text:index-body></text:table-of-content><text:p>Text.</text:p>',
    'Text.\n',
  ],
  [
    'a comment',
    '<text:p>The salt<office:annotation><dc:creator>Eva Reed</dc:creator><text:p>Which?</text:p></office:annotation> road.</text:p>',
    'The salt<!-- CHECK comment: Eva Reed: Which? --> road.\n',
    ['import-comment'],
  ],
  [
    'a citation of Zotero',
    `<text:p>Salt <text:reference-mark-start text:name="ZOTERO_ITEM CSL_CITATION {&quot;citationItems&quot;:[{&quot;itemData&quot;:{&quot;type&quot;:&quot;book&quot;,&quot;title&quot;:&quot;Salt&quot;,&quot;author&quot;:[{&quot;family&quot;:&quot;Reed&quot;}],&quot;issued&quot;:{&quot;date-parts&quot;:[[1984]]}},&quot;locator&quot;:&quot;3&quot;}]} RNDx"/>(Reed 1984, 3)<text:reference-mark-end text:name="ZOTERO_ITEM CSL_CITATION {&quot;citationItems&quot;:[{&quot;itemData&quot;:{&quot;type&quot;:&quot;book&quot;,&quot;title&quot;:&quot;Salt&quot;,&quot;author&quot;:[{&quot;family&quot;:&quot;Reed&quot;}],&quot;issued&quot;:{&quot;date-parts&quot;:[[1984]]}},&quot;locator&quot;:&quot;3&quot;}]} RNDx"/>.</text:p>`,
    'Salt [@reed1984, p. 3].\n',
  ],
];

for (const [name, text, expected, doubts = []] of cases)
  test(name, () => {
    const result = read(text, { 'Pictures/a.png': '\u0089PNG' });
    assert.is(result.text, expected);
    assert.equal(
      result.imported.doubts.map(({ rule }) => rule),
      doubts,
    );
    assert.equal(result.differences, []);
  });

const refused: [name: string, text: string, others: Record<string, string>, message: RegExp][] = [
  [
    'tracked changes',
    '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Eva Reed</dc:creator></office:change-info><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Text.</text:p>',
    {},
    /1 tracked change/,
  ],
  [
    'a password',
    '<text:p>Text.</text:p>',
    {
      'META-INF/manifest.xml':
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
    },
    /password/,
  ],
  ['a text that is not XML', '<text:p>', {}, /content\.xml is not XML/],
];

for (const [name, text, others, message] of refused)
  test(`${name}: refused`, () => {
    try {
      readOdt(makeOdt(text, others), usual);
      assert.unreachable('it was read');
    } catch (error) {
      assert.instance(error, NotImported);
      assert.match((error as Error).message, message);
    }
  });

const region = (id: string, change: string, blocks = ''): string =>
  `<text:changed-region text:id="${id}"><text:${change}><office:change-info><dc:creator>Eva Reed</dc:creator></office:change-info>${blocks}</text:${change}></text:changed-region>`;
const start = (id: string): string => `<text:change-start text:change-id="${id}"/>`;
const end = (id: string): string => `<text:change-end text:change-id="${id}"/>`;
const point = (id: string): string => `<text:change text:change-id="${id}"/>`;

const changed: [name: string, text: string, accepted: string, rejected: string][] = [
  [
    'words put in and taken out',
    `<text:tracked-changes>${region('a', 'insertion')}${region('b', 'deletion', '<text:p>old </text:p>')}</text:tracked-changes><text:p>The ${start('a')}new ${end('a')}${point('b')}road.</text:p>`,
    'The new road.\n',
    'The old road.\n',
  ],
  [
    'a paragraph put in',
    `<text:tracked-changes>${region('a', 'insertion')}</text:tracked-changes><text:p>One.${start('a')}</text:p><text:p>Two.</text:p><text:p>Three.${end('a')} End.</text:p>`,
    'One.\n\nTwo.\n\nThree. End.\n',
    'One. End.\n',
  ],
  [
    'the end of a paragraph, and a whole one, taken out',
    `<text:tracked-changes>${region('a', 'deletion', '<text:p> of salt.</text:p><text:p>Two.</text:p><text:p>Three </text:p>')}</text:tracked-changes><text:p>One${point('a')}goes on.</text:p>`,
    'Onegoes on.\n',
    'One of salt.\n\nTwo.\n\nThree goes on.\n',
  ],
  [
    'words put in and taken out again',
    `<text:tracked-changes>${region('a', 'insertion')}${region('b', 'deletion', '<text:p>lost</text:p>')}</text:tracked-changes><text:p>The ${start('a')}new ${point('b')}${end('a')}road.</text:p>`,
    'The new road.\n',
    'The road.\n',
  ],
];

for (const [name, text, accepted, rejected] of changed)
  for (const [changes, expected] of [
    ['accept', accepted],
    ['reject', rejected],
  ] as const)
    test(`${name}: ${changes}ed`, () => {
      const result = written(readOdt(makeOdt(text), { ...usual, changes }));
      assert.is(result.text, expected);
      assert.equal(result.differences, []);
    });

test('a size in hundredths is that of the style around', () => {
  const sized = `<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/></style:default-style><style:style style:name="Heading" style:family="paragraph"><style:text-properties fo:font-size="14pt"/></style:style><style:style style:name="Heading_20_1" style:family="paragraph" style:parent-style-name="Heading"><style:text-properties fo:font-size="130%"/></style:style></office:styles>`;
  const bytes = makeOdt('<text:p text:style-name="Heading_20_1">Salt</text:p>', {
    'styles.xml': `<office:document-styles ${namespaces}>${sized}</office:document-styles>`,
    'content.xml': `<office:document-content ${namespaces}><office:body><office:text><text:p text:style-name="Heading_20_1">Salt</text:p></office:text></office:body></office:document-content>`,
  });
  assert.is(readOdt(bytes, usual).tree.children[0]?.data?.look?.size, 18.2);
});

test.run();
