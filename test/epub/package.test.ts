import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { creationDate, sourceDateEpoch } from '../../build/text/creation-date.ts';
import { make } from './make.ts';
import { richIssue } from './rich-issue.ts';
import { minimalIssue } from './sample.ts';
import { textOf, unzip } from './unzip.ts';

test('entries are in order, mimetype first and stored, all of the issue’s date', async () => {
  const entries = unzip(await make(richIssue()));
  const paths = entries.map(({ path }) => path);
  assert.equal(paths.slice(0, 4), ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf', 'OEBPS/toc.xhtml']);
  assert.equal(paths.slice(4), paths.slice(4).sort());
  assert.is(entries[0]?.method, 0);
  // 1 March 2026, 00:00, in MS-DOS's form.
  assert.equal(new Set(entries.map(({ date }) => date)), new Set([(((2026 - 1980) << 9) | (3 << 5) | 1) * 0x10000]));
  assert.ok(paths.includes('OEBPS/images/a1--way.svg'));
  assert.ok(paths.includes('META-INF/com.apple.ibooks.display-options.xml'));
});

test('the package tells the journal, the issue and its people', async () => {
  const opf = textOf(await make(richIssue()), 'OEBPS/content.opf');
  for (const line of [
    '<dc:identifier id="doi">https://doi.org/10.5555/sample.2026.1</dc:identifier>',
    '<dc:title id="title">The Sample of Letters &amp; Signs, Vol.\u00a012, No.\u00a03 (47), 2026</dc:title>',
    '<meta refines="#title" property="file-as">Sample of Letters &amp; Signs, The 012.003</meta>',
    '<dc:title id="theme">The Page &amp; After</dc:title>',
    '<dc:language>en-GB</dc:language>\n<dc:language>uk</dc:language>\n<dc:creator',
    '<meta refines="#editor-1" property="schema:sameAs">https://orcid.org/0000-0001-5109-3700</meta>',
    '<meta refines="#author-1" property="file-as">Müller, Anna</meta>',
    '<meta refines="#author-2" property="file-as">van der Berg, Jan</meta>',
    '<meta refines="#author-23" property="role" scheme="marc:relators">aut</meta>',
    '<dc:rights>© 2026 the authors. CC-BY-4.0</dc:rights>',
    '<dc:subject>Footnotes</dc:subject>',
    '<meta refines="#journal" property="dcterms:identifier">urn:issn:2049-3630</meta>',
    '<meta refines="#journal" property="group-position">12.3</meta>',
    '<meta property="dcterms:modified">2026-03-01T00:00:00Z</meta>',
    '<meta refines="#a1.xhtml" property="dcterms:creator">Jan van der Berg</meta>',
    'properties="cover-image"/>',
  ]) {
    assert.ok(opf.includes(line), line);
  }
  assert.not.match(opf, /<dc:subject>footnotes</);
});

test('the accessibility metadata says what is there', async () => {
  const rich = textOf(await make(richIssue()), 'OEBPS/content.opf');
  assert.match(rich, /accessMode">visual</);
  assert.match(rich, /accessibilityFeature">alternativeText</);
  assert.match(rich, /accessibilityFeature">longDescription</);
  assert.match(rich, /accessibilityHazard">none</);
  assert.match(rich, /WCAG 2.2 Level AA/);
  const minimal = textOf(await make(minimalIssue()), 'OEBPS/content.opf');
  assert.not.match(minimal, /visual|alternativeText/);
  const { journal, ...rest } = richIssue();
  const withheld = await make({ ...rest, journal: { ...journal, 'accessibility-claim': false } });
  assert.not.match(textOf(withheld, 'OEBPS/content.opf'), /conformsTo|certifiedBy/);
});

test('SOURCE_DATE_EPOCH stands before the issue’s date', async () => {
  const before = process.env.SOURCE_DATE_EPOCH;
  process.env.SOURCE_DATE_EPOCH = '1700000000';
  const set = sourceDateEpoch();
  if (before === undefined) delete process.env.SOURCE_DATE_EPOCH;
  else process.env.SOURCE_DATE_EPOCH = before;
  const made = creationDate('2026-05', set);
  assert.match(textOf(await make({ ...minimalIssue(), made }), 'OEBPS/content.opf'), /modified">2023-11-14T22:13:20Z</);
  assert.is(creationDate('2026-05', undefined).toISOString(), '2026-05-01T00:00:00.000Z');
});

test('the identifier is that of the issue, whatever is in it', async () => {
  const identifierOf = async (issue = richIssue()) =>
    /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/.exec(
      textOf(await make(issue), 'OEBPS/content.opf'),
    )?.[0];
  const issue = richIssue();
  const first = await identifierOf(issue);
  assert.ok(first);
  assert.is(await identifierOf({ ...issue, sections: [], articles: [] }), first);
  assert.is.not(await identifierOf({ ...issue, facts: { ...issue.facts, number: '4' } }), first);
});

test('an issue’s own cover is taken', async () => {
  const issue = richIssue();
  const [, cover] = issue.pictures;
  assert.ok(cover);
  const opf = textOf(await make({ ...issue, cover }), 'OEBPS/content.opf');
  assert.match(opf, /href="images\/a1--leaf.png" media-type="image\/png" properties="cover-image"/);
  assert.not.match(opf, /images\/cover.png/);
});

test.run();
