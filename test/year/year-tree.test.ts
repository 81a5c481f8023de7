import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { openRepository } from '../../build/disk/repository.ts';
import type { IndexEntry } from '../../build/issue/index-model.ts';
import { phraseOf } from '../../build/manuscript/phrase.ts';
import { writeManuscript } from '../../build/manuscript/write.ts';
import { readTerms, termsFor } from '../../build/theme/terms.ts';
import { indexTree } from '../../build/year/year-tree.ts';

const terms = await readTerms(await openRepository('.'));

/** The line of a year’s index for an entry that is written so. */
function lineOf(written: string): string | undefined {
  const file = new VFile({ path: 'article.md' });
  const phrase = phraseOf(written, { lang: 'en', latin: 'en', languages: terms.languages }, file, undefined);
  const entry: IndexEntry = { id: 'entry', phrase, lang: 'en', places: [], see: [], seeAlso: [], entries: [] };
  const means = { issues: [], lang: 'en', terms, words: termsFor(terms, 'en'), pagesOf: () => '' };
  const groups = [{ letter: 'A', entries: [entry] }];
  const children = indexTree({ name: 'subjects', id: 'index-subjects', groups }, () => [], means);
  return /^- (.*)$/m.exec(writeManuscript({ type: 'root', children }, { title: 'Index' }))?.[1];
}

test('an entry of a year’s index has all its words, with their emphasis', () => {
  assert.is(lineOf('law'), 'law');
  assert.is(lineOf('*Hamlet*'), '*Hamlet*');
  assert.is(lineOf('**_Hamlet_**'), '**_Hamlet_**');
  assert.is(lineOf('*On **new** ways*'), '*On **new** ways*');
  assert.is(lineOf('*m^2^ and ells*'), '*m² and ells*');
  assert.is(lineOf('H~2~O in *wells*'), 'H₂O in *wells*');
});

test.run();
