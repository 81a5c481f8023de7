import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { offprintRoot } from '../../build/disk/repository.ts';
import { readPlainYaml } from '../../build/text/plain-yaml.ts';

test('the house’s files of words are plain, and read as any reader of YAML does', () => {
  for (const name of ['terms.yaml', 'import-words.yaml']) {
    const text = readFileSync(join(offprintRoot, 'templates', name), 'utf8');
    assert.equal(readPlainYaml(text), parse(text), name);
  }
});

test('what is plain is read as YAML has it, and all else left to a whole reader', () => {
  for (const text of [
    'en:\n  a: word\n',
    'en:\n  # said\n  a: "Please: mark"\n  b: [one, two words, it’s]\n\nuk:\n  c: слово — слово\n',
    'en:\n  a: word # said\n',
    'en:\n  a: 12\n',
    'en:\n  a: true\n',
    'en:\n  a: No\n',
    'en:\n  a: [one, 2]\n',
    'en:\n  a: [one, two: three]\n',
    'en:\n  a: |\n    word\n',
    'en:\n  a: word\n    goes on\n',
    'en:\n  a: word\n  a: word\n',
    'en: word\n',
    'en: {a: word}\n',
    'en:\n  a: "it\\u0020is"\n',
    'en:\n  a: &x word\n',
    "en:\n  a: 'word'\n",
    'en:\n  a: [one,two]\n',
    'en:\n  a: [one, two,]\n',
    'en:\n  a: one: two\n',
    'en:\n  a: word \n',
    'en:\n',
    '- a\n',
    'true:\n  a: word\n',
    'en:\n  a:\n    b: word\n',
  ]) {
    const plain = readPlainYaml(text);
    if (plain === undefined) continue;
    assert.equal(plain, parse(text), text);
  }
});

test.run();
