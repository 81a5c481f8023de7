import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { field, paragraph as p, run as r, usualStyles, type WordParts } from './make-word.ts';
import { readParts } from './read.ts';

/** A construct of Word, and the manuscript that is made of it. */
interface Case extends Omit<WordParts, 'body'> {
  name: string;
  body: string;
  text: string;
  /** The rules of its doubts, in their order. */
  doubts?: string[];
}

const note = (id: number, content: string): string => `<w:footnote w:id="${id}">${content}</w:footnote>`;
const separators =
  '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p/></w:footnote>';
const call = (id: number, kind = 'footnote'): string =>
  `<w:r><w:rPr><w:rStyle w:val="FnRef"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;
const tracked = 'w:id="9" w:author="Eva Reed" w:date="2026-01-02T00:00:00Z"';
const level = (format: string, text: string, place = 0, more = ''): string =>
  `<w:lvl w:ilvl="${place}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const numbering = (levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'): string =>
  `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}`;
const item = (words: string, place = 0, id = 1): string =>
  p(words, `<w:numPr><w:ilvl w:val="${place}"/><w:numId w:val="${id}"/></w:numPr>`);
const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
const row = (cells: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const table = (rows: string): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>`;
const box = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`;
const drawing = (inside: string, described = ''): string =>
  `<w:drawing><wp:inline><wp:extent cx="2865755" cy="1000000"/><wp:docPr id="1" name="Picture 1" descr="${described}"/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
const blip = '<pic:pic><pic:blipFill><a:blip r:embed="img"/></pic:blipFill></pic:pic>';
const dot = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1]);
const picture = {
  relations: { img: ['image', 'media/a.png'] as [string, string] },
  others: { 'word/media/a.png': dot },
};
const math = (inside: string): string => `<m:oMath>${inside}</m:oMath>`;
const mr = (words: string): string => `<m:r><m:t>${words}</m:t></m:r>`;

const cases: Case[] = [
  {
    name: 'words',
    body: p('Salt came by river.') + p('') + p('It left by cart.'),
    text: 'Salt came by river.\n\nIt left by cart.\n',
  },
  {
    name: 'italics on runs, with a space at their end and a comma alone',
    body: p(
      r('The ') + r('Rhine ', '<w:i/>') + r('and') + r(',', '<w:i/>') + r(' so we hear, the ') + r('Main', '<w:i/>'),
    ),
    text: 'The *Rhine* and, so we hear, the *Main*\n',
  },
  {
    name: 'hidden words that touch others',
    body: p(r('Salt') + r('Draft', '<w:vanish/>') + r('ed fish and ') + r('no ', '<w:vanish/>') + r('herring.')),
    text: 'Salted fish and herring.\n',
  },
  {
    name: 'a displayed formula that touches words',
    body: p(
      `${r('so that')}<m:oMathPara>${math(`${mr('a')}<m:f><m:num>${mr('b')}</m:num><m:den>${mr('c')}</m:den></m:f>`)}</m:oMathPara>`,
    ),
    text: 'so that$$a\\frac{b}{c}$$\n',
    doubts: ['import-equation'],
  },
  {
    name: 'italics by a character style, and by one based on it',
    body: p(r('a ') + r('first', '<w:rStyle w:val="Em"/>') + r(' and ') + r('second', '<w:rStyle w:val="Em2"/>')),
    text: 'a *first* and *second*\n',
  },
  {
    name: 'runs of equal look that Word parted',
    body: p(r('sal', '<w:i/>') + r('t', '<w:i/>') + r(' ', '<w:i/>') + r('mine', '<w:i/>') + r('r', '')),
    text: '*salt mine*r\n',
  },
  {
    name: 'upright words in an italic style',
    body: p(r('so he wrote to ') + r('Klio', '<w:i w:val="0"/>') + r(' that day'), '<w:pStyle w:val="Q"/>'),
    text: '> so he wrote to *Klio* that day\n',
  },
  {
    name: 'small capitals and raised words by character styles',
    body: p(r('AD', '<w:rStyle w:val="Caps"/>') + r(' the 4') + r('th', '<w:rStyle w:val="Up"/>')),
    text: '[AD]{.smallcaps} the 4^th^\n',
  },
  {
    name: 'figures raised by hand',
    body: p(r('10 m') + r('2', '<w:position w:val="6"/><w:sz w:val="14"/>')),
    styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>${usualStyles}`,
    text: '10 m^2^\n',
  },
  {
    name: 'a line break, and the old one',
    body: p('<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:cr/><w:t>three</w:t></w:r>'),
    text: 'one\\\ntwo\\\nthree\n',
  },
  {
    name: 'hyphens and tabs',
    body: p(
      '<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail,</w:t><w:tab/><w:t>hyph</w:t><w:softHyphen/><w:t>en</w:t></w:r>',
    ),
    text: 'e\u2011mail, hyphen\n',
  },
  {
    name: 'spaces that are not kept',
    body: p('<w:r><w:t> one </w:t></w:r><w:r><w:t>two</w:t></w:r>'),
    text: 'onetwo\n',
  },
  {
    name: 'signs of symbol fonts',
    body: p(
      '<w:r><w:t xml:space="preserve">x </w:t><w:sym w:font="Symbol" w:char="F0AE"/><w:t xml:space="preserve"> </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' +
        r(' \uf061', '<w:rFonts w:ascii="Symbol"/>'),
    ),
    text: 'x → ✓ α\n',
  },
  {
    name: 'a sign that is not known',
    body: p('<w:r><w:t>x</w:t><w:sym w:font="Runes" w:char="F041"/></w:r>'),
    text: 'x\ufffd\n',
    doubts: ['import-sign'],
  },
  { name: 'hidden words', body: p(r('seen') + r(' unseen', '<w:vanish/>')), text: 'seen\n' },
  {
    name: 'headings by style, by outline, and by a style with an outline',
    body:
      p('One', '<w:pStyle w:val="H1"/>') +
      p('Two', '<w:pStyle w:val="Own"/>') +
      p('Three', '<w:outlineLvl w:val="2"/>') +
      p('Text.'),
    text: '## One\n\n### Two\n\n#### Three\n\nText.\n',
  },
  {
    name: 'a heading with a line break, in bold by hand',
    body:
      p('<w:r><w:rPr><w:b/></w:rPr><w:t>On the</w:t><w:br/><w:t>Salt Road</w:t></w:r>', '<w:pStyle w:val="H1"/>') +
      p('Text.'),
    text: '## On the Salt Road\n\nText.\n',
  },
  {
    name: 'content controls, smart tags, directions and simple fields around words',
    body: `<w:sdt><w:sdtPr/><w:sdtContent>${p(`${r('one ')}<w:sdt><w:sdtContent>${r('two ')}</w:sdtContent></w:sdt><w:smartTag>${r('three ')}</w:smartTag><w:dir w:val="rtl">${r('four ')}</w:dir><w:fldSimple w:instr=" SEQ Map ">${r('5')}</w:fldSimple>`)}</w:sdtContent></w:sdt>`,
    text: 'one two three four 5\n',
  },
  {
    name: 'a control in which nothing was typed',
    body: p(
      `${r('one')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Click here')}</w:sdtContent></w:sdt>`,
    ),
    text: 'one\n',
  },
  {
    name: 'a ruby',
    body: p(`<w:r><w:ruby><w:rubyPr/><w:rt>${r('kan')}</w:rt><w:rubyBase>${r('漢')}</w:rubyBase></w:ruby></w:r>`),
    text: '漢\n',
  },
  {
    name: 'a note of two paragraphs',
    body: p(r('Salt') + call(2) + r(' came.')),
    footnotes:
      separators +
      note(2, p(`<w:r><w:footnoteRef/></w:r>${r(' First ')}${r('part', '<w:i/>')}${r('.')}`) + p('Second.')),
    text: 'Salt[^1] came.\n\n[^1]: First *part*.\n\n    Second.\n',
  },
  {
    name: 'a space before the call of a note, and none behind it',
    body: p(`${r('Salt ')}${call(2)}${r('came ')}${call(3)}${r('.')}`),
    footnotes: separators + note(2, p('One.')) + note(3, p('Two.')),
    text: 'Salt[^1] came[^2].\n\n[^1]: One.\n\n[^2]: Two.\n',
  },
  {
    name: 'a footnote and an endnote of one number, in the order of their calls',
    body: p(r('One') + call(2, 'endnote') + r(', two') + call(2)),
    footnotes: separators + note(2, p('The foot.')),
    endnotes: `<w:endnote w:id="2">${p('The end.')}</w:endnote>`,
    text: 'One[^1], two[^2]\n\n[^1]: The end.\n\n[^2]: The foot.\n',
  },
  {
    name: 'a note with a mark of its own',
    body: p(`${r('Thanks')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>`),
    footnotes: separators + note(2, p(`${r('*')}${r(' To the archive.')}`)),
    text: 'Thanks[^1]\n\n[^1]: To the archive.\n',
  },
  {
    name: 'a note whose mark is words of the text',
    body: p(`<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>The salt</w:t></w:r>${r(' came.')}`),
    footnotes: separators + note(2, p('Of the hills.')),
    text: 'The salt[^1] came.\n\n[^1]: Of the hills.\n',
  },
  {
    name: 'a note that is not called, and one in words that are deleted',
    body: p(`${r('One')}<w:del ${tracked}>${call(3)}</w:del>`),
    footnotes: separators + note(2, p('Never.')) + note(3, p('No more.')),
    text: 'One\n',
  },
  {
    name: 'a note in a cell and in a heading',
    body:
      p(r('Head') + call(2), '<w:pStyle w:val="H1"/>') +
      table(row(cell(p(r('a') + call(3))) + cell('b')) + row(cell('c') + cell('d'))),
    footnotes: separators + note(2, p('Of the head.')) + note(3, p('Of the cell.')),
    text: '## Head[^1]\n\n| a[^2] | b |\n| ----- | - |\n| c     | d |\n\n[^1]: Of the head.\n\n[^2]: Of the cell.\n',
    doubts: ['import-table'],
  },
  {
    name: 'a note called twice',
    body: p(
      `<w:bookmarkStart w:id="1" w:name="_Ref1"/>${r('One')}${call(2)}<w:bookmarkEnd w:id="1"/>${r(', two')}${field(' NOTEREF _Ref1 \\f \\h ', r('1', '<w:rStyle w:val="FnRef"/>'))}${r(', see note ')}${field(' NOTEREF _Ref1 \\h ', r('1'))}`,
    ),
    footnotes: separators + note(2, p('The note.')),
    text: 'One[^1], two[^1], see note [1](#fn:1)\n\n[^1]: The note.\n',
  },
  {
    name: 'a list of bullets with an inner one of letters',
    body: item('one') + item('a first', 1) + item('a second', 1) + item('two'),
    numbering: numbering(level('bullet', '•') + level('lowerLetter', '%2)', 1)),
    text: '- one\n  a) a first\n  b) a second\n- two\n',
  },
  {
    name: 'a list that goes on after a paragraph',
    body: item('one') + item('two') + p('Between.') + item('three') + item('four'),
    numbering: numbering(level('decimal', '%1.')),
    text: '1. one\n2. two\n\nBetween.\n\n3. three\n4. four\n',
  },
  {
    name: 'a list that begins anew',
    body: item('one') + p('Between.') + item('anew', 0, 2),
    numbering: numbering(
      level('decimal', '%1.'),
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    ),
    text: '1. one\n\nBetween.\n\n5. anew\n',
  },
  {
    name: 'a list of one item with a letter',
    body: item('alone') + p('Text.'),
    numbering: numbering(level('upperLetter', '(%1)')),
    text: '(A) alone\n\nText.\n',
  },
  {
    name: 'numbers that Markdown has not',
    body: item('chapter') + item('section', 1) + item('section', 1),
    numbering: numbering(level('decimal', '%1.') + level('decimal', '%1.%2', 1)),
    text: '1. chapter\n   1. section\n   2. section\n',
    doubts: ['import-list', 'import-list'],
  },
  {
    name: 'a heading that Word numbers',
    body: p('Head', '<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') + p('Text.'),
    numbering: numbering(level('decimal', '%1.')),
    text: '## Head\n\nText.\n',
  },
  {
    name: 'a table with a marked head',
    body: table(row(cell('Year') + cell('Carts'), '<w:tblHeader/>') + row(cell('1680') + cell(p('12') + p('or 13')))),
    text: '| Year | Carts       |\n| ---- | ----------- |\n| 1680 | 12<br>or 13 |\n',
  },
  {
    name: 'a table with merged cells',
    body: table(
      row(cell('Both', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>') +
        row(cell('Tall', '<w:vMerge w:val="restart"/>') + cell('one')) +
        row(cell('', '<w:vMerge/>') + cell(p(r('two', '<w:i/>')))),
    ),
    text: '<table><thead><tr><th colspan="2">Both</th></tr></thead><tbody><tr><td rowspan="2">Tall</td><td>one</td></tr><tr><td><em>two</em></td></tr></tbody></table>\n',
  },
  {
    name: 'a table with merged cells, in which a note stands',
    body: table(
      row(cell(p(r('Both') + call(2)), '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>') + row(cell('one') + cell('two')),
    ),
    footnotes: separators + note(2, p('The note.')),
    text: '| Both[^1] |     |\n| -------- | --- |\n| one      | two |\n\n[^1]: The note.\n',
    doubts: ['import-table'],
  },
  {
    name: 'a table of one cell',
    body: table(row(cell(p('A rule.') + p('Another.')))),
    text: ':::box\nA rule.\n\nAnother.\n:::\n',
    doubts: ['import-table'],
  },
  {
    name: 'a text box for new programs and for old ones, read once',
    body: p(
      `${r('Text.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing(`<wps:wsp><wps:txbx>${box(p('Boxed.'))}</wps:txbx></wps:wsp>`)}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box(p('Boxed.'))}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    text: 'Text.\n\nBoxed.\n',
    doubts: ['import-box'],
  },
  {
    name: 'a text box in an oval of a group',
    body: p(
      `${r('Text.')}<w:r><w:pict><v:group><v:oval><v:textbox>${box(p('Boxed.'))}</v:textbox></v:oval></v:group></w:pict></w:r>`,
    ),
    text: 'Text.\n\nBoxed.\n',
    doubts: ['import-box'],
  },
  {
    name: 'a picture',
    ...picture,
    body: p(`<w:r>${drawing(blip, 'A dot on paper')}</w:r>`),
    text: '![A dot on paper](picture-1.png){width=50%}\n',
  },
  {
    name: 'a picture that a machine described',
    ...picture,
    body: p(`<w:r>${drawing(blip, 'Chart&#xA;&#xA;Description automatically generated')}</w:r>`),
    text: '![](picture-1.png){width=50%}\n',
    doubts: ['import-picture'],
  },
  {
    name: 'a picture that is somewhere else',
    body: p(`${r('Text')}<w:r>${drawing(blip.replace('r:embed', 'r:link'))}</w:r>`),
    relations: { img: ['image', 'http://example.org/a.png'] },
    text: 'Text\n',
    doubts: ['import-picture'],
  },
  {
    name: 'a chart',
    body: p(`${r('Text')}<w:r>${drawing('<c:chart r:id="x"/>')}</w:r>`),
    text: 'Text\n',
    doubts: ['import-picture'],
  },
  {
    name: 'links out of the text, in it, and to the author’s disk',
    body:
      p(
        `<w:hyperlink r:id="web">${r('the ')}${r('archive', '<w:i/>')}</w:hyperlink>${r(', ')}<w:hyperlink w:anchor="here">${r('below')}</w:hyperlink>${r(', ')}<w:hyperlink r:id="disk">${r('my file')}</w:hyperlink>${r(', ')}${field(' HYPERLINK "https://example.org/b" ', r('b'))}`,
      ) +
      p(`<w:bookmarkStart w:id="1" w:name="here"/>${r('Salt')}<w:bookmarkEnd w:id="1"/>`, '<w:pStyle w:val="H1"/>') +
      p('Text.'),
    relations: { web: ['hyperlink', 'https://example.org/a'], disk: ['hyperlink', 'file:///C:/Users/x/a.docx'] },
    text: '[the *archive*](https://example.org/a), [below](#sec-salt), my file, [b](https://example.org/b)\n\n## Salt {#sec-salt}\n\nText.\n',
    doubts: ['import-link'],
  },
  {
    name: 'references to a page and to a heading',
    body:
      p(`${r('see p. ')}${field(' PAGEREF _Ref2 \\h ', r('12'))}${r(' and ')}${field(' REF _Ref2 \\h ', r('Salt'))}`) +
      p(`<w:bookmarkStart w:id="1" w:name="_Ref2"/>${r('Salt')}<w:bookmarkEnd w:id="1"/>`, '<w:pStyle w:val="H1"/>') +
      p('Text.'),
    text: 'see p. \\pageref{sec-salt} and [Salt](#sec-salt)\n\n## Salt {#sec-salt}\n\nText.\n',
  },
  {
    name: 'a heading style in a note and in a cell, and a field from one cell to the next',
    body:
      p(r('Salt') + call(2)) +
      table(
        row(cell('Head') + cell('b'), '<w:tblHeader/>') +
          row(
            cell(
              p(
                `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('c')}`,
                '<w:pStyle w:val="H1"/>',
              ),
            ) + cell(p(`${r('d')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`)),
          ),
      ),
    footnotes: separators + note(2, p('The note.', '<w:pStyle w:val="H1"/>')),
    text: 'Salt[^1]\n\n| Head | b |\n| ---- | - |\n| c    | d |\n\n[^1]: The note.\n',
  },
  {
    name: 'a contents list',
    body:
      p(
        field(
          ' TOC \\o ',
          `<w:hyperlink w:anchor="_Toc1">${r('Salt')}<w:r><w:tab/></w:r>${field(' PAGEREF _Toc1 ', r('1'))}</w:hyperlink>`,
        ),
      ) + p('Text.'),
    text: 'Text.\n',
  },
  {
    name: 'a formula of letters and an index',
    body: p(
      `${r('Let ')}${math(`<m:sSub><m:e>${mr('x')}</m:e><m:sub>${mr('1')}</m:sub></m:sSub>${mr('=2')}`)}${r(' be.')}`,
    ),
    text: 'Let *x*~1~=2 be.\n',
  },
  {
    name: 'a formula that needs setting',
    body: p(math(`<m:f><m:num>${mr('a')}</m:num><m:den>${mr('α+1')}</m:den></m:f>`)),
    text: '$\\frac{a}{\\alpha+1}$\n',
    doubts: ['import-equation'],
  },
  {
    name: 'comments at their words, one done and one of nothing',
    body: p(
      `${r('The ')}<w:commentRangeStart w:id="1"/>${r('salt')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r(' road.')}<w:r><w:commentReference w:id="2"/></w:r>`,
    ),
    comments: `<w:comment w:id="1" w:author="Eva Reed">${p('Which salt -- ours?')}</w:comment><w:comment w:id="2" w:author="Jon">${'<w:p w14:paraId="7"><w:r><w:t>Done.</w:t></w:r></w:p>'}</w:comment>`,
    commentsExtended: '<w15:commentEx w15:paraId="7" w15:done="1"/>',
    text: 'The salt<!-- CHECK comment: Eva Reed on “salt”: Which salt – ours? --> road.\n',
    doubts: ['import-comment'],
  },
  {
    name: 'words in another language, and names that Word takes for such',
    body: p(
      r('They called it ', '<w:lang w:val="en-GB"/>') +
        r('die Straße und das Salz', '<w:lang w:val="de-DE"/>') +
        r(', and went to ', '<w:lang w:val="en-GB"/>') +
        r('Bonn', '<w:lang w:val="de-DE"/>') +
        r(' with it, as was the way of the salt of that time.', '<w:lang w:val="en-GB"/>'),
    ),
    text: 'They called it [die Straße und das Salz]{lang=de}, and went to Bonn with it, as was the way of the salt of that time.\n',
  },
  {
    name: 'a paragraph in another language',
    body:
      p(r('The salt of the hills was sold in the town, and that is all of it.', '<w:lang w:val="en-GB"/>')) +
      p(r('Das Salz und die Straße.', '<w:lang w:val="de-DE"/>')),
    text: 'The salt of the hills was sold in the town, and that is all of it.\n\nDas Salz und die Straße.\n{lang=de}\n',
  },
  { name: 'stars between two parts', body: p('One.') + p('* * *') + p('Two.'), text: 'One.\n\n---\n\nTwo.\n' },
  {
    name: 'deleted words and an inserted one',
    body: p(
      `${r('The ')}<w:del ${tracked}><w:r><w:delText>old</w:delText></w:r></w:del><w:ins ${tracked}>${r('new')}</w:ins>${r(' road.')}`,
    ),
    text: 'The new road.\n',
  },
  {
    name: 'the mark between two paragraphs deleted, and one at the end of a note and of a cell',
    body:
      p(`${r('Salt')}${call(2)}${r(' and')}`, `<w:rPr><w:del ${tracked}/></w:rPr>`) +
      p(' pepper.') +
      table(
        row(cell(p('a', `<w:rPr><w:del ${tracked}/></w:rPr>`)) + cell('b'), '<w:tblHeader/>') +
          row(cell('c') + cell('d')),
      ),
    footnotes: separators + note(2, p('All kept.', `<w:rPr><w:del ${tracked}/></w:rPr>`)),
    text: 'Salt[^1] and pepper.\n\n| a | b |\n| - | - |\n| c | d |\n\n[^1]: All kept.\n',
  },
  {
    name: 'a paragraph moved, and a row deleted',
    body: `${p(`<w:moveFrom ${tracked}>${r('Moved.')}</w:moveFrom>`, `<w:rPr><w:moveFrom ${tracked}/></w:rPr>`)}${p('Stays.')}${p(`<w:moveTo ${tracked}>${r('Moved.')}</w:moveTo>`)}${table(row(cell('a') + cell('b'), '<w:tblHeader/>') + row(cell('no') + cell('more'), `<w:del ${tracked}/>`) + row(cell('c') + cell('d')))}`,
    text: 'Stays.\n\nMoved.\n\n| a | b |\n| - | - |\n| c | d |\n',
  },
  {
    name: 'a comment on deleted words',
    body: p(
      `${r('The')}<w:del ${tracked}><w:commentRangeStart w:id="1"/><w:r><w:delText> old</w:delText></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:del>${r(' road.')}`,
    ),
    comments: `<w:comment w:id="1" w:author="Eva Reed">${p('Why?')}</w:comment>`,
    text: 'The<!-- CHECK comment: Eva Reed: Why? --> road.\n',
    doubts: ['import-comment'],
  },
];

for (const { name, text, doubts = [], ...parts } of cases)
  test(name, () => {
    const read = readParts(parts, { changes: 'accept' });
    assert.is(read.text, text);
    assert.equal(
      read.imported.doubts.map(({ rule }) => rule),
      doubts,
    );
    assert.equal(read.differences, []);
  });

test.run();
