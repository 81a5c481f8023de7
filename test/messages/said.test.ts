import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { speakerOf } from '../../build/languages/message-table.ts';

/*
 * Whatever the expected texts of other tests have Offprint say, it says in Ukrainian, too: that there is a translation
 * for each text of the code (table.test.ts) does not show yet that it is found when texts are put together.
 */

const tests = resolve(import.meta.dirname, '..');
const speak = speakerOf('uk');

/** Messages of programs and people that Offprint only hands on. */
const ofOthers = [
  /^Відкрите питання: /,
  /^Could not find matching close tag/,
  /^Unclosed block$/,
  /^\w+ is not defined$/,
];

/** The messages of an expected text, as a terminal shows them. */
function messagesIn(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [, head] = /^\S+ (?:error|warning|info) (.*) \[[a-z-]+\]$/.exec(line) ?? [];
    const [, listed] = /^\d+:\d+ (?:error|warning|info) [a-z]+-[a-z-]+:? (.*)$/.exec(line) ?? [];
    const [, doubted] = /^ +import-[a-z-]+: (.*?)(?: → .*)?$/.exec(line) ?? [];
    const [, more] = /^ {2,4}(?:→ |(?=expected |… and ))(.*)$/.exec(line) ?? [];
    return head ?? listed ?? doubted ?? more ?? [];
  });
}

test('the faults of all fixtures are told in Ukrainian', async () => {
  const names = (await readdir(tests, { recursive: true })).filter((name) => /\.txt$/.test(name));
  const messages = new Set<string>();
  for (const name of names) for (const one of messagesIn(await readFile(join(tests, name), 'utf8'))) messages.add(one);
  assert.ok(messages.size > 400, `${messages.size} messages`);
  const english = [...messages].filter((one) => speak(one) === one && !ofOthers.some((known) => known.test(one)));
  assert.equal(english, []);
  assert.equal(
    [...messages].map(speak).filter((one) => isPartly(one) && !ofOthers.some((known) => known.test(one))),
    [],
  );
});

/** True if English words are left in a translation, where nothing is quoted. */
function isPartly(text: string): boolean {
  const own = text.replace(/«.*»|".*"|`[^`]*`|\(.*\)|\{[^}]*\}/gs, '');
  return /(?<![-\w])(?:the|which|and|with|from|that|its|are|was|has|is|of)(?![-\w=])/.test(own);
}

test.run();
