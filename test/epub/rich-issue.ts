import type { Issue } from '../../build/issue/model.ts';
import { article, call, html, issueOf, phrase, png, svg } from './sample.ts';

/** An issue with everything that can go wrong in an EPUB. */
export function richIssue(): Issue {
  const first = article(1, {
    title: 'Notes &amp; Queries: <em>x</em> &lt; <em>y</em> in the Margins',
    subtitle: 'How a footnote keeps its place',
    front: {
      authors: [
        {
          name: 'Anna Müller',
          given: 'Anna',
          family: 'Müller',
          honorific: 'Dr',
          affiliation: 'University of Vienna',
          country: 'Austria',
          orcid: '0000-0002-1825-0097',
          email: 'anna@example.org',
          corresponding: true,
        },
        { name: 'Jan van der Berg', affiliation: 'Plantin Institute', country: 'Belgium' },
      ],
      keywords: ['footnotes', 'typography & type', 'the page'],
      doi: '10.5555/sample.2026.1.1',
      received: '2026-01-15',
      accepted: '2026-03-02',
      funding: 'A grant of the Foundation for Margins.',
      license: 'CC-BY-SA-4.0',
    },
    abstract: [
      'What happens to a note when the page goes away? We follow twelve notes through three editions.',
      'A second paragraph, with <em>emphasis</em>.',
    ],
    translations: [
      {
        lang: 'uk',
        title: phrase('Примітки й запитання на берегах'),
        abstract: [phrase('Що стається з приміткою, коли сторінка зникає?')],
        keywords: ['примітки', 'сторінка'],
      },
    ],
    bios: [
      'Anna Müller teaches the history of the book in Vienna.',
      'Jan van der Berg keeps the punches at the Plantin Institute.',
    ],
    body: `
<blockquote class="epigraph"><p>Gather up the fragments that remain, that nothing be lost.</p><p>John 6:12</p></blockquote>
<p>The first note is called here,${call(1, 1)} and the old word <span lang="ru">Слово о полку Игореве</span> stands in the line. Old letters follow: <span lang="cu">ꙗко бг҃ъ</span>. A second call of a note${call(1, 2)} is nothing unusual, and neither is a third${call(1, 2, 2)} in the same paragraph, for the eye has to find its way back without counting.</p>
<h2 id="a1--sec-margins">The margins of the page${call(1, 3)}</h2>
<p>See <a href="#a1--fig-way">Figure 1</a>, <a href="#a2--tbl-years">Table 1</a>, or <a class="page-reference" href="#a2--sec-first">p. <span class="folio">?</span></a>; also <a class="page-reference" href="#a2--tbl-years">p. <span class="folio">?</span></a> and <a class="page-reference" href="#a3">p. <span class="folio">?</span></a>. A picture tells more than <code>a &amp;&amp; b</code>.</p>
<figure class="figure" id="a1--fig-way"><img src="images/a1--way.svg" alt="Two circles on one line" width="300.5" height="120"><figcaption><span class="label">Figure&nbsp;1</span> The way of a note.${call(1, 4)}</figcaption></figure>
<h3 id="a1--sec-inner">The inner margin</h3>
<p>An inner margin is narrow because two of them meet, and the eye reads them as one. This is a sentence that goes on long enough for a line to break in several places on a narrow screen, so that hyphenation and ragged lines can be judged.</p>
<p>The next paragraph begins with an indent or a gap, and has <span class="smallcaps">small capitals</span>, H<sub>2</sub>O and the 2<sup>nd</sup> of its kind, as well as <strong>strong words</strong> and <em>emphasised ones, with <strong>both at once</strong></em>.</p>
<aside class="pullquote"><p>A page is an address, and it goes on receiving letters after the house has been pulled down.</p></aside>
<p>After the pull quote the text goes on.</p>
<h3 id="a1--sec-outer">The outer margin</h3>
<aside class="box"><p class="label">A box</p><p>With a list:</p><ul><li>first things</li><li>second things<ol><li>inner</li><li>inner again</li></ol></li></ul></aside>
<figure class="figure" id="a1--fig-leaf"><img src="images/a1--leaf.png" alt="A gradient that stands in for a leaf" width="640" height="360"><figcaption><span class="label">Figure&nbsp;2</span> Leaf 12 recto, from a photograph that has a caption of more than one line, so that its setting can be seen.</figcaption></figure>
<p>A decoration closes the part.</p>
<figure class="figure"><img class="decorative" src="images/a1--leaf.png" alt="" width="64" height="36"></figure>
<h2 id="a1--sec-end">What is left &amp; what is lost</h2>
<blockquote><p>A longer quotation stands by itself, and is set off from the text around it on both sides or one.</p></blockquote>
<pre><code>const page = lines.find((line) =&gt; line.height &lt; limit &amp;&amp; line.notes.every((note) =&gt; note.fits)); // long
  indented();
</code></pre>
<hr>
<p>Last words, with a link to <a href="https://example.org/a-very-long-address/that-does-not-break/anywhere/at-all-really.html">https://example.org/a-very-long-address/that-does-not-break/anywhere/at-all-really.html</a>.${call(1, 6)}</p>`,
    notes: [
      [
        `<p>A note of several blocks.${call(1, 5)} Its first paragraph ends here.</p><p>Its second paragraph cites <cite lang="ru">Лихачёв Д. С. Поэтика древнерусской литературы</cite>. <span lang="ru">Л.</span>, 1967.</p><ul><li>one thing,</li><li>another thing.</li></ul>`,
      ],
      ['<p>A note that is called twice.</p>', 2],
      ['<p>The note of a heading.</p>'],
      ['<p>The note of a caption, which points to <a href="#a2--note-1">note 1</a> of another article.</p>'],
      ['<p>A note that another note calls.</p>'],
      ['<ol><li>A note that begins</li><li>with a list.</li></ol>'],
    ],
  });
  first.descriptions = [
    {
      figure: 'a1--fig-way',
      body: html('<p>Two circles stand on a line, <em>equally</em> large.</p><ul><li>left</li><li>right</li></ul>'),
    },
  ];
  const second = article(2, {
    title: 'A Table of Years',
    front: { kind: 'interview', authors: twentyAuthors() },
    body: `
<h2 id="a2--sec-first">“Years” in order</h2>
<p>The table has a note in a cell.</p>
<figure class="table" id="a2--tbl-years"><figcaption><span class="label">Table&nbsp;1</span> Years and what they brought</figcaption><table><thead><tr><th scope="col">Year</th><th scope="col">What was printed</th><th scope="col" class="right">Copies</th><th scope="col" class="center">Known</th></tr></thead><tbody><tr><td>1574</td><td>Apostolos of Lviv${call(2, 1)}</td><td class="right">1,000</td><td class="center">120</td></tr><tr><td>1581</td><td>The Bible of Ostrog, incomprehensibilities included</td><td class="right">1,500</td><td class="center">350</td></tr></tbody></table></figure>
<table><thead><tr>${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `<th scope="col">Column ${n}</th>`).join('')}</tr></thead><tbody><tr>${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `<td>measurement ${n}</td>`).join('')}</tr></tbody></table>
<div class="interview"><p class="question turn"><b class="speaker">Question:</b> Who reads the notes?</p><p class="answer turn"><b class="speaker">Answer:</b> Those who write them.</p><p class="answer">And a few others, in the second paragraph of the answer.</p><p class="question turn"><b class="speaker">Question:</b> Are there many?</p><p class="answer turn"><b class="speaker">Answer:</b> Enough.</p></div>`,
    notes: [['<p>Printed by Ivan Fedorov.</p>']],
  });
  const third = article(3, {
    lang: 'uk',
    title: 'Сторінка як адреса',
    front: {
      kind: 'review',
      authors: [
        {
          name: 'Олена Коваль',
          given: 'Олена',
          family: 'Коваль',
          affiliation: 'Львівський університет',
          country: 'Україна',
        },
      ],
      keywords: ['сторінка', 'адреса'],
    },
    abstract: ['Стаття про те, як сторінка стала адресою.'],
    body: `<p>Сторінка є адресою.${call(3, 1)} Дивіться також <a class="page-reference" href="#a1--sec-end">с. <span class="folio">?</span></a> і <a class="page-reference" href="#a1--fig-leaf">с. <span class="folio">?</span></a>.</p><h2 id="a3--sec-kinets">Кінець</h2><p>Ось і все.</p>`,
    notes: [['<p>Див. <em lang="en">Folio</em>.</p>']],
  });
  return issueOf([first, second, third], {
    slug: 'sample-2026-1',
    journal: {
      title: 'The Sample of Letters & Signs',
      short: 'sample',
      lang: 'en-GB',
      description: 'A journal for people who count < pages',
      issn: { print: '1234-5679', online: '2049-3630' },
      publisher: { name: 'Press & Sons', place: 'Lviv', country: 'Ukraine' },
      contacts: { website: 'https://example.org/', email: 'desk@example.org', phone: '+380 32 000 00 00' },
      editors: [
        { name: 'Jane Smith', honorific: 'Prof.', role: 'Editor-in-chief', orcid: '0000-0001-5109-3700' },
        { name: 'Іван Петренко' },
      ],
      board: {
        title: 'Editorial board',
        members: [{ name: 'Ann Other', country: 'France', affiliation: 'Sorbonne' }, { name: 'Max Muster' }],
      },
      license: 'CC-BY-4.0',
      copyright: '© 2026 the authors',
      style: 'quarterly',
    },
    facts: {
      volume: '12',
      number: '3',
      whole: '47',
      date: '2026-03',
      doi: '10.5555/sample.2026.1',
      contents: [],
      'first-page': 1,
    },
    phrases: {
      theme: phrase('The <em>Page</em> & After'),
      topics: [phrase('Footnotes'), phrase('Addresses')],
      publishersNote: [phrase('This issue was set in one go.')],
    },
    sections: [
      { title: phrase('Articles &amp; essays'), articles: [first, second] },
      { title: phrase('Reviews'), articles: [third] },
    ],
    pictures: [svg(), { name: 'a1--leaf.png', mediaType: 'image/png', data: png(640, 360), width: 640, height: 360 }],
  });
}

function twentyAuthors() {
  return Array.from({ length: 20 }, (_, i) => ({
    name: `Author ${'ABCDEFGHIJKLMNOPQRST'[i]}. Longname`,
    affiliation: ['Institute of Tables', 'University of Years', 'Academy of Numbers'][i % 3] as string,
    country: 'Ukraine',
  }));
}
