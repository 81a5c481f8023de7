import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { readTable } from '../../build/languages/message-table.ts';
import { type Pattern, patternSlots, readPattern, type Slot } from '../../build/messages/pattern.ts';
import { speaker, type Table } from '../../build/messages/speak.ts';
import { type FoundMessage, readMessages, readTemplateMessages } from './read-messages.ts';

/*
 * What the code and the templates can say to users, held against the table of Ukrainian: nothing is missing, nothing is
 * too much, and every translation has the places of its message.
 */

const root = resolve(import.meta.dirname, '../..');
const table = readTable('uk') as Table;
const code = [...readMessages(root), ...(await readTemplateMessages(root))];
/** Words that are names, and stay as they are: keys, tags, programs, standards. */
const names = new Set<string>(parse(await readFile(join(import.meta.dirname, 'names.yaml'), 'utf8')));
/** Messages of commander, and words that `speak.ts` asks for. */
const others = new Set<string>(parse(await readFile(join(import.meta.dirname, 'others.yaml'), 'utf8')));

const entries = Object.entries(table.messages).map(([english, translation]) => ({
  english,
  translation,
  from: readPattern(english),
  to: readPattern(translation),
}));

test('a table is read as YAML has it', async () => {
  assert.equal(table.messages, parse(await readFile(join(root, 'templates/messages/uk.yaml'), 'utf8')));
});

test('every message of the code is in the table, or is a name', () => {
  const missing = code.filter(({ pattern }) => table.messages[pattern] === undefined && !names.has(pattern));
  assert.equal(missing.map(told), []);
});

test('the table has no message that the code does not have, and none is a name too', () => {
  const known = new Set(code.map(({ pattern }) => pattern));
  assert.equal(
    entries.filter(({ english }) => !known.has(english) && !others.has(english)).map(({ english }) => english),
    [],
  );
  assert.equal(
    [...names].filter((name) => !known.has(name) || table.messages[name] !== undefined),
    [],
  );
});

test('every translation has the places of its message', () => {
  assert.equal(
    entries.flatMap(({ english, from, to }) => placeFaults(from, to).map((fault) => `${fault}: ${english}`)),
    [],
  );
});

/** What is wrong with the places of a translation. */
function placeFaults(from: Pattern, to: Pattern): string[] {
  const asked = new Map(patternSlots(from).map((place) => [place.number, place]));
  const used = patternSlots(to);
  const lost = [...asked.values()].filter(
    (place) => place.by === 'value' && !used.some(({ number, by }) => number === place.number && by !== 'plural'),
  );
  return [...lost.map(({ number }) => `{${number}} is lost`), ...used.flatMap((place) => faultOf(place, asked))];
}

function faultOf({ number, by, of }: Slot, asked: ReadonlyMap<number, Slot>): string[] {
  const place = asked.get(number);
  if (!place) return [`there is no {${number}}`];
  if (by === 'choice')
    return place.by === 'choice' && place.of.length === of.length ? [] : [`{${number}?…} is another choice`];
  if (place.by !== 'value') return [`{${number}} is a choice`];
  return by === 'plural' && of.length !== 3 ? [`{${number}#…} has not three forms`] : [];
}

/** Places with words of an author, which may look like a message. */
const authorsWords: Record<string, number> = {
  '{1} × {2}: {3}{4? …|}': 3,
  'entries below {1}': 1,
  'levels of {1}': 1,
  '{1} paragraphs below “{2}”, {3} of them with a year or an address': 2,
  '{1}{2?, {3}|}, {4}{5?: “{6}”|}': 6,
  'There are: {1}{2? …|}': 1,
  '{1?Names|A name} next to the title ({2})': 2,
};

test('words that come into a message are translated, too', () => {
  const faults = code.flatMap((message) => {
    const translation = table.messages[message.pattern];
    if (translation === undefined) return [];
    return patternSlots(readPattern(translation))
      .filter(({ by, number }) => by === 'value' && message.words.get(number)?.some((one) => table.messages[one]))
      .filter(({ number }) => authorsWords[message.pattern] !== number)
      .map(({ number }) => `{${number}} has to be {~${number}}: ${told(message)}`);
  });
  assert.equal(faults, []);
});

test('every message is told from every other', () => {
  const speak = speaker(table);
  const faults = entries.flatMap(({ english, from, to }) => {
    if (from.every((part) => typeof part !== 'string') || weight(from) < 10) return [];
    const [text, expected] = [sample(from, 0), sampleOf(to, from)];
    const told = speak(text);
    return told === expected ? [] : [`${english}\n  ${text}\n  ${told}\n  ${expected}`];
  });
  assert.equal(faults, []);
});

/** A text of a pattern, with values that no message has. */
function sample(pattern: Pattern, choice: number): string {
  return pattern.map((part) => (typeof part === 'string' ? part : samplePlace(part, choice))).join('');
}

function samplePlace({ number, of }: Slot, choice: number): string {
  return of.length > 0 ? sample(of[choice] ?? [], choice) : `${number}7`;
}

/** The translation of that text. */
function sampleOf(to: Pattern, from: Pattern): string {
  return to
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.by === 'choice') return sampleOf(part.of[0] ?? [], from);
      // 17, 27 …: the form for many.
      return part.by === 'plural' ? sampleOf(part.of[2] ?? [], from) : `${part.number}7`;
    })
    .join('');
}

function weight(pattern: Pattern): number {
  return sample(pattern, 0).replace(/[^\p{L}]/gu, '').length;
}

test('translations are in Ukrainian letters and signs', () => {
  const faults = entries.flatMap(({ translation }) => {
    const [mixed] = /[a-z][а-яіїєґ]|[а-яіїєґ][a-z]/i.exec(translation.replace(/\\\w/g, '')) ?? [];
    const foreign = /[ыэъё]/i.exec(translation)?.[0];
    const quote = /(?<!\[)“(?!\?)|(?<=[а-яіїєґ])'(?=[а-яіїєґ])/i.exec(translation)?.[0];
    const found = mixed ?? foreign ?? quote;
    return found === undefined ? [] : [`${found}: ${translation}`];
  });
  assert.equal(faults, []);
});

function told({ pattern, at }: FoundMessage): string {
  return `${at} ${JSON.stringify(pattern)}`;
}

test.run();
