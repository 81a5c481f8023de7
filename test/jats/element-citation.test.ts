import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { toXml } from 'xast-util-to-xml';
import { dtdValidator } from '../../build/check/jats/validate-dtd.ts';
import { elementCitation } from '../../build/jats/citations/element-citation.ts';
import type { JatsSetting } from '../../build/jats/setting.ts';
import { type CslItem, others } from '../../build/references/item.ts';
import { element } from '../../build/xml/element.ts';

const test = suite('jats/element-citation');
const setting = { article: { lang: 'en' } } as JatsSetting;
const written = (item: Omit<CslItem, 'id'>) =>
  toXml(elementCitation({ id: 'a', ...item } as CslItem, setting), { closeEmptyElements: true });

test('an article in a journal, with the shortened last page in full', () => {
  assert.is(
    written({
      type: 'article-journal',
      title: 'How a <i>bridge</i> is loaded',
      author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, { literal: others }],
      'container-title': 'The Quarterly Bridge',
      issued: { 'date-parts': [[1911, 5]] },
      volume: '3',
      page: '123–35',
      DOI: '10.5555/bridge',
      URL: 'https://doi.org/10.5555/bridge',
      language: 'de',
    }),
    '<element-citation publication-type="journal" xml:lang="de"><person-group person-group-type="author">' +
      '<name name-style="western"><surname>van der Berg</surname><given-names>Jan</given-names></name><etal /></person-group>' +
      '<article-title>How a <italic>bridge</italic> is loaded</article-title><source>The Quarterly Bridge</source>' +
      '<year iso-8601-date="1911-05">1911</year><month>05</month><volume>3</volume><fpage>123</fpage><lpage>135</lpage>' +
      '<pub-id pub-id-type="doi">10.5555/bridge</pub-id></element-citation>',
  );
});

test('years before 1000, ranges and words are no years for programs', () => {
  const dateOf = (issued: CslItem['issued']) =>
    /<(year|string-date).*?<\/\1>/.exec(written({ type: 'book', title: 'A', issued: issued as never }))?.[0];
  assert.is(dateOf({ 'date-parts': [[-45]] }), '<string-date>45 BC</string-date>');
  assert.is(dateOf({ 'date-parts': [[1901], [1903]] }), '<string-date>1901–1903</string-date>');
  assert.is(dateOf({ 'date-parts': [[1901], [0]] }), '<string-date>1901–</string-date>');
  assert.is(dateOf({ literal: 'in press' }), '<string-date>in press</string-date>');
  assert.is(
    dateOf({ 'date-parts': [[1901]], circa: true }),
    '<year iso-8601-date="1901" content-type="circa">1901</year>',
  );
});

/** Every type of CSL 1.0.2. */
const types =
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage'.split(
    ' ',
  );
const texts =
  'title container-title collection-title volume issue edition page DOI ISBN ISSN PMID PMCID URL publisher publisher-place event-title event-place number number-of-pages number-of-volumes volume-title original-title version genre medium status archive archive_location call-number note section jurisdiction'.split(
    ' ',
  );
const people =
  'author editor translator collection-editor container-author director interviewer recipient reviewed-author composer illustrator compiler'.split(
    ' ',
  );

test('every type with every field is valid by the DTD, and no field of words is lost', async () => {
  const validate = await dtdValidator();
  if (typeof validate === 'string') throw new Error(validate);
  const items = types.map(
    (type): CslItem => ({
      id: type,
      type,
      ...Object.fromEntries(texts.map((field) => [field, `${field} &amp; of <i>it</i>`])),
      ...Object.fromEntries(
        people.map((field) => [
          field,
          [{ family: `Family ${field}`, given: 'G.', suffix: 'Jr.' }, { literal: 'The Body' }],
        ]),
      ),
      issued: { 'date-parts': [[2001, 2, 3]] },
      accessed: { 'date-parts': [[2002, 3]] },
      'event-date': { 'date-parts': [[2000]] },
      'original-date': { 'date-parts': [[1990]] },
      language: 'uk',
    }),
  );
  const refs = items.map((item) => element('ref', { id: item.id }, elementCitation(item, setting)));
  const xml = `<!DOCTYPE article PUBLIC "" "">\n${toXml(
    element(
      'article',
      { 'xmlns:xlink': 'http://www.w3.org/1999/xlink' },
      element(
        'front',
        {},
        element('journal-meta', {}, element('journal-id', {}, 'a'), element('issn', {}, '2049-3630')),
        element('article-meta', {}, element('title-group', {}, element('article-title', {}, 'A'))),
      ),
      element('back', {}, element('ref-list', {}, refs)),
    ),
  )}`;
  assert.equal(validate(xml, 'article.xml'), []);
  for (const ref of refs) {
    const one = toXml(ref);
    for (const field of [...texts, ...people]) assert.match(one, field, `${ref.attributes.id}: ${field}`);
  }
});

test.run();
