import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { citedPages } from '../../build/jats/citations/cited-pages.ts';
import { fitLinked } from '../../build/jats/text/fit-linked.ts';
import { placeTerms } from '../../build/jats/text/place-terms.ts';
import { element } from '../../build/xml/element.ts';

const test = suite('jats/inline');
const text = (value: string): ElementContent => ({ type: 'text', value });
const term = element('index-term', {}, element('term', {}, 'law'));

test('an entry of an index joins no word, for readers that take its words for text', () => {
  const placed = (...nodes: ElementContent[]) => toXml(placeTerms(nodes));
  const entry = '<index-term><term>law</term></index-term>';
  assert.is(placed(text('The '), term, text('law.')), `The ${entry} law.`);
  assert.is(placed(term, term, text('law.')), `${entry} ${entry} law.`);
  assert.is(placed(text('(the'), term, text('law).')), `(thelaw). ${entry}`);
  assert.is(placed(element('italic', {}, 'of ', term, 'law')), `<italic>of law</italic> ${entry}`);
});

test('a link stands around what may be in it, and no more', () => {
  const link = (words: ElementContent[]) => element('xref', { id: 'a' }, words);
  const formula = element('inline-formula', {}, 'x');
  assert.is(
    toXml(fitLinked([text('by '), element('italic', {}, 'A')], link)),
    '<xref id="a">by <italic>A</italic></xref>',
  );
  assert.is(
    toXml(fitLinked([text('by '), formula, text(' and so on')], link)),
    '<xref id="a">by </xref><inline-formula>x</inline-formula><xref> and so on</xref>',
  );
  assert.is(toXml(fitLinked([formula], link)), '<inline-formula>x</inline-formula>');
});

test('pages of a cited work', () => {
  const pages = (written: string) => toXml(citedPages(written));
  assert.is(pages('12'), '<fpage>12</fpage>');
  assert.is(pages('12-34'), '<fpage>12</fpage><lpage>34</lpage>');
  assert.is(pages('1234–5'), '<fpage>1234</fpage><lpage>1235</lpage>');
  assert.is(pages('e12'), '<fpage>e12</fpage>');
  assert.is(pages('12–14, 20'), '<fpage>12</fpage><page-range>12–14, 20</page-range>');
});

test.run();
