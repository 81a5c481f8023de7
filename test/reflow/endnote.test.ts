import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { endnote } from '../../build/reflow/endnote.ts';
import { toXhtml } from '../../build/theme/xhtml.ts';
import { html } from '../epub/sample.ts';

const words = { note: 'Note', 'back-to-text': 'Back to the text' };

function set(body: string, calls: string[]): string {
  return toXhtml(endnote({ number: 2, id: 'a1--note-2', calls, body: html(body) }, words));
}

test('the number leads back to the call', () => {
  const note = set('<p>One.</p><p>Two.</p>', ['a1--call-2']);
  assert.match(
    note,
    /^<div epub:type="footnote" role="doc-footnote" class="note" id="a1--note-2"><p><span class="number">/,
  );
  assert.match(
    note,
    /<a [^>]*role="doc-backlink" href="#a1--call-2" aria-label="Note\u00a02. Back to the text">2.<\/a><\/span> One.<\/p><p>Two.<\/p>/,
  );
});

test('a note that is called twice has a way back for each call', () => {
  const note = set('<p>One.</p>', ['a1--call-2', 'a1--call-2-2']);
  assert.match(note, /href="#a1--call-2" aria-label="Note\u00a02 a. Back to the text">a</);
  assert.match(note, /href="#a1--call-2-2" aria-label="Note\u00a02 b. Back to the text">b</);
});

test('after z comes aa', () => {
  const calls = Array.from({ length: 28 }, (_, i) => `a1--call-2-${i}`);
  assert.match(
    set('<p>One.</p>', calls),
    /#a1--call-2-25"[^>]*>z<.*#a1--call-2-26"[^>]*>aa<.*#a1--call-2-27"[^>]*>ab</,
  );
});

test('a note that begins with a list keeps all of it', () => {
  assert.match(
    set('<ul><li>One</li></ul><p>Two.</p>', ['a1--call-2']),
    /2.<\/a><\/span><\/p><ul><li>One<\/li><\/ul><p>Two.<\/p><\/div>$/,
  );
});

test.run();
