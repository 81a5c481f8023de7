import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { field, paragraph as p, run as r } from './make-word.ts';
import { readParts } from './read.ts';

const escaped = (code: string): string =>
  code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const salt = {
  id: 5,
  type: 'book',
  title: 'The Salt Road',
  author: [{ family: 'Reed', given: 'Eva' }],
  issued: { 'date-parts': [['1984']] },
  publisher: 'Example Press',
  abstract: 'Long.',
};
const carts = { ...salt, id: 6, title: 'Carts', issued: { 'date-parts': [[1984]] } };
const zotero = (citationItems: unknown[]): string =>
  escaped(
    ` ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify({ citationID: 'x', properties: { plainCitation: 'y' }, citationItems })} `,
  );

test('citations of Zotero: places, words around, two works, two of one author and year', () => {
  const one = field(
    zotero([{ id: 5, itemData: salt, locator: '12-13', label: 'page', prefix: 'see' }]),
    r('(see Reed 1984a, 12–13)'),
  );
  const two = field(
    zotero([
      { id: 5, itemData: salt, 'suppress-author': true },
      { id: 6, itemData: carts, suffix: ' and passim' },
    ]),
    r('(1984a; Reed 1984b and passim)', '<w:i/>'),
  );
  const { text, imported, differences } = readParts({
    body: p(`${r('Salt ')}${one}${r(', so Reed ')}${two}${r('.')}`),
  });
  assert.is(text, 'Salt [see @reed1984, pp. 12-13], so Reed [-@reed1984; @reed1984a and passim].\n');
  assert.equal(differences, []);
  assert.equal(imported.doubts, []);
  assert.equal(
    imported.works,
    [
      {
        id: 'reed1984',
        type: 'book',
        title: 'The Salt Road',
        author: [{ family: 'Reed', given: 'Eva' }],
        issued: { 'date-parts': [[1984]] },
        publisher: 'Example Press',
        language: 'en',
      },
      {
        id: 'reed1984a',
        type: 'book',
        title: 'Carts',
        author: [{ family: 'Reed', given: 'Eva' }],
        issued: { 'date-parts': [[1984]] },
        publisher: 'Example Press',
      },
    ].map((work) => ({
      ...work,
      ...(imported.works.find(({ id }) => id === work.id)?.language ? { language: 'en' } : {}),
    })),
  );
});

test('a citation whose words Word parted, in a code in pieces, within a note', () => {
  const code = zotero([{ itemData: salt, locator: 'p. 4' }]);
  const pieces = `${code.slice(0, 40)}</w:instrText></w:r><w:r><w:instrText xml:space="preserve">${code.slice(40)}`;
  const note = `<w:footnote w:id="2">${p(`${field(pieces, r('Eva Reed, ') + r('The Salt Road', '<w:i/>') + r(', p. 4'))}${r('. So it was.')}`)}</w:footnote>`;
  const { text, differences } = readParts({
    body: p(`${r('Salt')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    footnotes: note,
  });
  assert.is(text, 'Salt[^1]\n\n[^1]: [@reed1984, p. 4]. So it was.\n');
  assert.equal(differences, []);
});

test('citations of Mendeley, whose ids are counted in each field anew', () => {
  const cite = (itemData: object, words: string): string =>
    field(
      escaped(
        `ADDIN CSL_CITATION ${JSON.stringify({ citationItems: [{ id: 'ITEM-1', itemData: { ...itemData, id: 'ITEM-1' }, uris: ['x'] }], schema: 'y' })}`,
      ),
      r(words),
    );
  const { text, imported } = readParts({
    body: p(
      `${cite(salt, '(Reed, 1984)')}${r(', ')}${cite(carts, '(Reed, 1984)')}${r(', ')}${cite(salt, '(Reed, 1984)')}`,
    ),
  });
  assert.is(text, '[@reed1984], [@reed1984a], [@reed1984]\n');
  assert.is(imported.works.length, 2);
});

const record = `<EndNote><Cite ExcludeAuth="1"><Author>Reed</Author><Pages>7</Pages><record><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Reed, Eva</style></author><author>Salt OfficeArchive,</author></authors></contributors><titles><title><style>Salt &amp; Carts</style></title><secondary-title>Roads</secondary-title></titles><pages>1-9</pages><volume>3</volume><number>2</number><dates><year>1990</year></dates><electronic-resource-num>https://doi.org/10.5555/1</electronic-resource-num></record></Cite></EndNote>`;

test('citations of EndNote, in the code and in the data of a field within it', () => {
  const data = Buffer.from(record).toString('base64');
  const mark = (kind: string, inside = ''): string =>
    `<w:r><w:fldChar w:fldCharType="${kind}">${inside}</w:fldChar></w:r>`;
  const inner = `${mark('begin', `<w:fldData xml:space="preserve">${data}</w:fldData>`)}<w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r>${mark('end')}`;
  const outer = `${mark('begin')}<w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>${inner}${mark('separate')}${r('(1990, 7)')}${mark('end')}`;
  const plain = field(escaped(` ADDIN EN.CITE ${record} `), r('(1990, 7)'));
  const { text, imported, differences } = readParts({ body: p(`${r('Reed ')}${plain}${r(' and ')}${outer}`) });
  assert.is(text, 'Reed [-@reed1990, p. 7] and [-@reed1990, p. 7]\n');
  assert.equal(differences, []);
  const [work] = imported.works;
  assert.equal(
    { ...work, language: undefined },
    {
      id: 'reed1990',
      type: 'article-journal',
      title: 'Salt & Carts',
      'container-title': 'Roads',
      page: '1-9',
      volume: '3',
      issue: '2',
      DOI: '10.5555/1',
      author: [{ family: 'Reed', given: 'Eva' }, { literal: 'Salt OfficeArchive' }],
      issued: { 'date-parts': [[1990]] },
      language: undefined,
    },
  );
});

test('citations of Word, with its own list of sources', () => {
  const sources =
    '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Ree84</b:Tag><b:SourceType>Book</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>Reed</b:Last><b:First>Eva</b:First></b:Person></b:NameList></b:Author></b:Author><b:Title>The Salt Road</b:Title><b:Year>1984</b:Year><b:City>Bonn</b:City><b:Publisher>Example Press</b:Publisher></b:Source></b:Sources>';
  const { text, imported, differences } = readParts({
    body: p(
      `${r('Salt ')}<w:sdt><w:sdtPr><w:citation/></w:sdtPr><w:sdtContent>${field(' CITATION Ree84 \\p 12 \\l 1033 ', r('(Reed, 1984, p. 12)'))}</w:sdtContent></w:sdt>`,
    ),
    others: { 'customXml/item1.xml': sources },
  });
  assert.is(text, 'Salt [@reed1984, p. 12]\n');
  assert.equal(differences, []);
  assert.is(imported.works[0]?.['publisher-place'], 'Bonn');
});

test('the bibliography that a reference manager wrote stays, as one', () => {
  const { text, differences } = readParts({
    body:
      p('References', '<w:pStyle w:val="H1"/>') +
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Reed, Eva. The Salt Road. 1984.')}`,
      ) +
      p(`${r('Reed, Eva. Carts. 1984.')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`) +
      p('Text.'),
  });
  assert.is(
    text,
    '## References\n\n:::references\nReed, Eva. The Salt Road. 1984.\n\nReed, Eva. Carts. 1984.\n:::\n\nText.\n',
  );
  assert.equal(differences, []);
});

test('a citation whose works the file has not: its words stay, and are doubtful', () => {
  const { text, imported, differences } = readParts({
    body: p(`${r('Salt ')}${field(zotero([{ id: 5, uris: ['x'] }]), r('(Reed 1984)'))}`),
  });
  assert.is(text, 'Salt (Reed 1984)\n');
  assert.equal(
    imported.doubts.map(({ rule }) => rule),
    ['import-citation'],
  );
  assert.equal(imported.works, []);
  assert.equal(differences, []);
});

test('citations of Zotero as bookmarks, with their codes in the properties of the file', () => {
  const code = `ZOTERO_ITEM CSL_CITATION ${JSON.stringify({ citationItems: [{ id: 5, itemData: salt, locator: '7', label: 'page' }] })}`;
  const property = (name: string, words: string): string =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${name}"><vt:lpwstr>${escaped(words)}</vt:lpwstr></property>`;
  const custom = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${property('ZOTERO_BREF_ab_2', code.slice(90))}${property('ZOTERO_BREF_ab_1', code.slice(0, 90))}</Properties>`;
  const marked = (id: number, name: string, words: string): string =>
    `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${r(words)}<w:bookmarkEnd w:id="${id}"/>`;
  const { text, imported, differences } = readParts({
    body: p(
      `${r('Salt ')}${marked(1, 'ZOTERO_BREF_ab', '(Reed 1984, 7)')}${r(', carts ')}${marked(2, 'ZOTERO_BREF_cd', '(Rush)')}`,
    ),
    others: { 'docProps/custom.xml': custom },
  });
  assert.is(text, 'Salt [@reed1984, p. 7], carts (Rush)\n');
  assert.equal(differences, []);
  assert.equal(
    imported.doubts.map(({ rule, words, made }) => [rule, words, made]),
    [['import-citation', '(Rush)', 'its words']],
  );
});

test('citations of Mendeley Cite in controls; those of Citavi without works keep their words, with a doubt', () => {
  const data = Buffer.from(JSON.stringify({ citationID: 'x', citationItems: [{ id: 'y', itemData: salt }] })).toString(
    'base64',
  );
  const control = `<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_${data}"/></w:sdtPr><w:sdtContent>${r('(Reed, 1984)')}</w:sdtContent></w:sdt>`;
  const citavi = field('ADDIN CitaviPlaceholder{eyJ9}', r('(Rush 1990)'));
  const { text, imported, differences } = readParts({ body: p(`${control}${r(', ')}${citavi}`) });
  assert.is(text, '[@reed1984], (Rush 1990)\n');
  assert.equal(differences, []);
  assert.equal(
    imported.doubts.map(({ rule, words }) => [rule, words]),
    [['import-citation', '(Rush 1990)']],
  );
});

test('citations of Citavi: works whole where they are first named, and parts of others', () => {
  const reed = {
    $id: '3',
    ReferenceType: 'Contribution',
    Title: 'The Salt Road',
    Subtitle: 'A View',
    Authors: [{ $id: '4', FirstName: 'Eva', MiddleName: 'M.', LastName: 'Reed' }],
    ParentReference: {
      $id: '5',
      ReferenceType: 'BookEdited',
      Title: 'Roads',
      Year: '1984',
      PlaceOfPublication: 'Dornheim',
    },
    PageRange: '<sp><n>12</n></sp><os>12-30</os>',
    LanguageCode: 'en',
  };
  const payload = {
    $id: '1',
    Entries: [
      { $id: '2', Prefix: 'see ', PageRange: { $id: '6', OriginalString: '14' }, Reference: reed },
      { $id: '7', Reference: { $ref: '3' }, YearOnly: true },
    ],
  };
  const code = `ADDIN CitaviPlaceholder{${Buffer.from(JSON.stringify(payload)).toString('base64')}}`;
  const { text, imported, differences } = readParts({
    body: p(
      `${r('Salt ')}<w:sdt><w:sdtPr><w:tag w:val="CitaviPlaceholder#1"/></w:sdtPr><w:sdtContent>${field(code, r('(see Reed 1984, 14; 1984)'))}</w:sdtContent></w:sdt>${r('.')}`,
    ),
  });
  assert.is(text, 'Salt [see @reed1984, p. 14; -@reed1984].\n');
  assert.equal(differences, []);
  assert.equal(imported.doubts, []);
  assert.equal(imported.works, [
    {
      id: 'reed1984',
      type: 'chapter',
      title: 'The Salt Road: A View',
      'container-title': 'Roads',
      page: '12-30',
      'publisher-place': 'Dornheim',
      author: [{ family: 'Reed', given: 'Eva M.' }],
      issued: { 'date-parts': [[1984]] },
      language: 'en',
    },
  ]);
});

test.run();
