import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { checkJatsXml } from '../../../build/check/jats/check-jats.ts';
import { proveJatsWords } from '../../../build/check/jats/prove-words.ts';
import { dtdValidator } from '../../../build/check/jats/validate-dtd.ts';
import { madeOf } from '../../jats/made.ts';

/* Faults that are put into the JATS of the article with every construct. */

const test = suite('check/jats/check-jats');
const [every] = await madeOf(fileURLToPath(new URL('../../manuscript/every-construct', import.meta.url)));
const made = every?.made[0];
const nameOf = every?.nameOf ?? (() => ({ text: '', lang: 'en' }));
if (!made) throw new Error('The article with every construct is gone.');
const { article, xml } = made;
const beside = new Set(['article--arch-svg.png']);
const pages = { id: 'article', name: 'article', first: '4', last: '6', firstIndex: 4, lastIndex: 6 };
const validate = await dtdValidator();

/** The findings after a change of the XML: the rule, the line, and what was found. */
function found(from: string | RegExp, to: string): string[] {
  const changed = xml.replace(from, to);
  assert.is.not(changed, xml, 'the fault is put in');
  const file = new VFile({ path: 'article.xml' });
  if (typeof validate === 'string') throw new Error(validate);
  const before = article.file.messages.length;
  const tree = checkJatsXml(changed, file, { beside, pages, validate });
  if (tree) proveJatsWords(tree, article, { folios: undefined, nameOf });
  const own = article.file.messages.splice(before);
  return [...file.messages, ...own].map(({ ruleId, reason }) => `${ruleId}: ${reason}`);
}

const lineOf = (text: string) => xml.slice(0, xml.indexOf(text)).split('\n').length;

test('what is not XML is told at its line', () => {
  const [one, ...more] = found('</body>', '</boddy>');
  assert.match(one ?? '', /^jats-readable: /);
  assert.equal(more, []);
});

test('an id that is there twice, and a reference to none', () => {
  assert.ok(
    found(' id="article--note-2"', ' id="article--note-1"').includes('jats-links: The id article--note-1 occurs twice'),
  );
  assert.ok(
    found('rid="article--note-2"', 'rid="article--note-9"').includes('jats-links: Nothing has the id article--note-9'),
  );
});

test('a graphic that is not there', () => {
  assert.equal(found('xlink:href="article--arch-svg.png"', 'xlink:href="other.png"'), [
    'jats-graphics: There is no file other.png beside it',
  ]);
});

test('pages other than those of the page record, or in no order', () => {
  assert.equal(found('<issue>1</issue>', '<issue>1</issue><fpage>4</fpage><lpage>6</lpage>'), []);
  assert.equal(found('<issue>1</issue>', '<issue>1</issue><fpage>5</fpage><lpage>6</lpage>'), [
    'jats-pages: Pages 5–6',
  ]);
  assert.equal(found('<issue>1</issue>', '<issue>1</issue><fpage>6</fpage><lpage>4</lpage>'), [
    'jats-pages: Page 6 is behind page 4',
    'jats-pages: Pages 6–4',
  ]);
});

test('what the DTD forbids is told at its line, without its model', () => {
  const file = new VFile({ path: 'article.xml' });
  const changed = xml.replace('<p>The end.</p>', '<p>The end.<p>Not here</p></p>');
  if (typeof validate === 'string') throw new Error(validate);
  checkJatsXml(changed, file, { beside, pages, validate });
  assert.equal(
    file.messages.map(({ line, ruleId, reason }) => `${line} ${ruleId} ${reason}`),
    [`${lineOf('<p>The end.</p>')} jats-valid Element p is not declared in p list of possible children`],
  );
});

test('a word that is lost in text, note, work or title is told at its line of the manuscript', () => {
  const cases: [string, string, string][] = [
    ['struck ones', 'struck', 'The text is not whole'],
    ['The second note.', 'The note.', 'Note 3 is not whole'],
    ['Maurer (', 'Maurer and others (', 'Note 5 is not whole'],
    ['MASON, Anna, 1901', 'MASON, 1901', 'A work is not whole'],
    ['>Every construct once<', '>Every construct<', '“Every construct once” is not whole'],
    ['What stands in a manuscript', 'What is in a manuscript', '“What stands in a manuscript, i”'],
    ['Of <italic>half</italic> a circle', 'Of a circle', 'The text is not whole'],
  ];
  for (const [from, to, said] of cases) {
    const findings = found(from, to);
    assert.is(findings.length, 1, `${said}: ${findings.join('\n')}`);
    assert.match(findings[0] ?? '', `words-kept: ${said}`);
  }
});

test.run();
