import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type * as v from 'valibot';
import { VFile } from 'vfile';
import { frontMatterPlaceholder, issuePlaceholder, journalPlaceholder } from '../../build/issue/placeholders.ts';
import { frontMatterSchema, issueSchema, journalSchema } from '../../build/issue/schema.ts';
import type { SettingsSchema } from '../../build/settings/salvage.ts';
import { validate } from '../../build/settings/validate.ts';
import { readYaml } from '../../build/settings/yaml.ts';

function settings<S extends SettingsSchema>(text: string, schema: S, instead: v.InferOutput<S>) {
  const file = new VFile({ path: 'x.yaml', value: text });
  const yaml = readYaml(file, text);
  assert.ok(yaml, String(file.messages));
  return validate(yaml, schema, instead);
}
const said = (file: VFile): string[] =>
  file.messages.map(
    ({ line, column, ruleId, reason, expected = [], note }) =>
      `${line}:${column} ${ruleId} ${[reason, ...expected, note].filter(Boolean).join(' | ')}`,
  );

test('what is right stays, and so do its places, though something else is wrong', () => {
  const text = `volume: 1
number: 2
date: soon
contents:
  - section: Articles
    articles: [one.md, two.txt, three.md]
  - articls: [four.md]
  - section: Notes
    articles: [five.md]
`;
  const { file, value, at } = settings(text, issueSchema, issuePlaceholder);
  assert.equal(said(file), [
    '3:7 value-form "date" is "soon" | a date: 2015, 2015-09 or 2015-09-30',
    '6:24 value-form Entry 2 of "articles" is "two.txt" | the name of a manuscript, ending in .md',
    '7:5 key-required "articles" is missing | Add a line "articles: …".',
    '7:5 key-known Unknown key "articls" | one of section, abbreviation, articles | Did you mean "articles"?',
  ]);
  assert.is(value.number, '2');
  assert.is(value.date, '2000', 'the placeholder');
  assert.equal(value.contents, [
    { section: 'Articles', articles: ['one.md', 'three.md'] },
    { section: 'Notes', articles: ['five.md'] },
  ]);
  assert.equal(at('contents', 0, 'articles', 1)?.start, { line: 6, column: 33 });
  assert.equal(at('contents', 1, 'articles', 0)?.start, { line: 9, column: 16 });
});

test('identifiers are taken out of their addresses, and their digits checked', () => {
  const text = `title: A
doi: https://doi.org/10.5555/A.1
authors:
  - name: B
    orcid: https://orcid.org/0000-0002-1825-0097
    ror: https://ror.org/05gq02988
`;
  const { file, value } = settings(text, frontMatterSchema, frontMatterPlaceholder);
  assert.is(value.doi, '10.5555/A.1');
  assert.equal(value.authors, [{ name: 'B', orcid: '0000-0002-1825-0097' }]);
  assert.equal(said(file), [
    '6:10 identifier-check "ror" is "https://ror.org/05gq02988" | a ROR id whose last two digits fit the others: one of its signs is wrong',
  ]);
});

test('what to do about a value of another kind', () => {
  const text =
    'title: 1984\nkeywords: paper, ink\nauthors: Ann\nabstract:\n  - One\nreceived: 2015-9-1\nlang: english\n';
  const { file } = settings(text, frontMatterSchema, frontMatterPlaceholder);
  assert.equal(said(file), [
    '1:8 value-form "title" is 1984 | text | Put it in quotation marks: "1984".',
    '3:10 value-form "authors" is "Ann" | a list | Begin each entry on a line of its own, with a hyphen: - name: Ann',
    '5:3 value-form "abstract" is a list | text | Write them as one text: "One".',
    '2:11 value-form "keywords" is "paper, ink" | a list | Put it in brackets: [paper, ink].',
    '7:7 value-form "lang" is "english" | a language tag such as en, en-GB, uk or ru',
    '6:11 value-form "received" is "2015-9-1" | a date such as 2015-09-30',
  ]);
});

test('what to do about lists in lists, and about texts that are lists', () => {
  const text =
    'title: A\nkeywords: a, [b, c&d]\nauthors:\n  - name: A\n    affiliation: [The University, "The \'Other\'"]\n';
  const { file } = settings(text, frontMatterSchema, frontMatterPlaceholder);
  assert.equal(said(file), [
    `5:18 value-form "affiliation" is a list | text | Write them as one text: "The University; The 'Other'".`,
    '2:11 value-form "keywords" is "a, [b, c&d]" | a list | Put it in brackets: [a, b, "c&d"].',
  ]);
  assert.equal(said(settings('title: A\nauthors: The Editors\n', frontMatterSchema, frontMatterPlaceholder).file), [
    '2:10 value-form "authors" is "The Editors" | a list | Begin each entry on a line of its own, with a hyphen: - name: The Editors',
  ]);
});

test('a key without a value, and a file without keys', () => {
  assert.equal(said(settings('title:\nshort: A\nlang: en\n', journalSchema, journalPlaceholder).file), [
    '1:1 key-required "title" has no value | Write it after the colon.',
    '1:1 key-required "publisher" is missing | Add a line "publisher: …".',
    '1:1 key-required "editors" is missing | Add a line "editors: …".',
  ]);
  assert.equal(said(settings('Notes on Books\n', journalSchema, journalPlaceholder).file), [
    '1:1 value-form What stands here is "Notes on Books" | the journal’s facts, by the keys title:, short:, lang: and so on',
  ]);
});

test('days of the calendar', () => {
  const dates = (date: string): number => {
    const text = `volume: 1\nnumber: 1\ndate: ${date}\ncontents: [{ articles: [a.md] }]\n`;
    return settings(text, issueSchema, issuePlaceholder).file.messages.length;
  };
  for (const good of ['2015', '2015-09', '2016-02-29', '"2015"']) assert.is(dates(good), 0, good);
  for (const bad of ['15', '2015-13', '2015-02-29', '2015-9', '2015/09', '2015.5', '9/2015', '{}'])
    assert.is(dates(bad), 1, bad);
});

test('a list where keys should be', () => {
  const text = 'title: A\nshort: A\nlang: en\npublisher: [Foo, Place]\neditors:\n  - [Ann]\n  - Bea\n';
  const { file } = settings(text, journalSchema, journalPlaceholder);
  assert.equal(
    new Set(said(file)),
    new Set([
      '4:12 value-form "publisher" is a list | the keys name:, place: and country:',
      '6:5 value-form Entry 1 of "editors" is a list | an editor, with the keys name:, honorific:, role:, orcid:',
      '7:5 value-form Entry 2 of "editors" is "Bea" | an editor, with the keys name:, honorific:, role:, orcid:',
    ]),
  );
});

/** Every path of keys that a schema knows, list entries as 0. */
function paths(schema: unknown, path: (string | number)[] = []): (string | number)[][] {
  const { wrapped, entries, item, type, value } = schema as {
    wrapped?: unknown;
    entries?: Record<string, unknown>;
    item?: unknown;
    type?: string;
    value?: unknown;
  };
  if (wrapped) return paths(wrapped, path);
  if (type === 'record') return [path, ...paths(value, [...path, 'any'])];
  const own = path.length > 0 ? [path] : [];
  if (entries) return [...own, ...Object.entries(entries).flatMap(([key, value]) => paths(value, [...path, key]))];
  return item ? [...own, ...paths(item, [...path, 0])] : own;
}

test('a library’s own words reach nobody, whatever is wrong', () => {
  const wrongs = [null, true, 0, -1.5, '', '  ', 'x\ny', [], {}, [null], [[]], [{}], { 'no key': 1 }];
  for (const schema of [journalSchema, issueSchema, frontMatterSchema] as SettingsSchema[]) {
    for (const path of paths(schema)) {
      for (const wrong of wrongs) {
        const value = path.reduceRight<unknown>((inner, step) => (step === 0 ? [inner] : { [step]: inner }), wrong);
        const file = new VFile();
        const at = () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } });
        validate({ value, file, at, keyAt: at }, schema, {});
        for (const line of said(file)) assert.not.match(line, /Invalid|Expected|undefined|NaN|\[object|function/);
      }
    }
  }
});

test.run();
