import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { noteRules } from '../../build/web/note-rules.ts';

test('a note stands on the line of its call, or below the note before', () => {
  const rules = noteRules({ counted: 2, signed: 1 });
  const topOf = (name: string) => new RegExp(`--note-${name}"\\] .* top: (.*); }`).exec(rules)?.[1];
  assert.is(topOf('s1'), 'calc(anchor(--call-s1 top, 0px) + 0.4rem)');
  assert.match(topOf('1') ?? '', /^max\(.*--call-1 top.*--note-s1 bottom/);
  assert.match(topOf('2') ?? '', /^max\(.*--call-2 top.*--note-1 bottom/);
});

test('an issue without notes has no rules', () => {
  assert.is(noteRules({ counted: 0, signed: 0 }), '');
});

test.run();
