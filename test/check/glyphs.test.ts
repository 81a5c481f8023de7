import { visit } from 'unist-util-visit';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkGlyphs } from '../../build/check/glyphs.ts';
import { article, issueOf } from '../epub/sample.ts';
import { style } from '../galley/compose.ts';

const test = suite('check/glyphs');

/** The diagnostics of an article whose source is `source`, its body as HTML. */
async function told(body: string, source = '', used = style, title = 'T'): Promise<string[]> {
  const one = article(1, { front: { authors: [{ name: 'Anon' }], title }, title, body });
  one.file.value = source;
  // Its places are those of the HTML.
  visit(one.body, (node) => {
    delete node.position;
  });
  await checkGlyphs(issueOf([one]), used);
  return one.file.messages.map(({ line, column, reason, note }) => `${line}:${column} ${reason} → ${note}`);
}

test('a character that a face further down the list has is no fault', async () => {
  assert.equal(await told('<p>p ⇒ q, ♀ and ♂, Ѫ</p>'), []);
});

test('words of one script are told once, at the first, with what to install', async () => {
  const source = '---\ntitle: On 孟子\n---\n\nA paragraph with *(詩經 大雅)* in it, and again 詩經.';
  const [first = '', ...rest] = await told(
    '<p>A paragraph with <em>(詩經 大雅)</em> in it, and again 詩經.</p>',
    source,
    style,
    'On 孟子',
  );
  assert.equal(rest, []);
  assert.match(
    first,
    /^2:11 These words have letters that none of the style’s faces has: 孟子, 詩經 大雅, 詩經 \(Chinese, 8 letters\) → /,
  );
  assert.match(first, /Run: offprint fonts add zh\. It names Noto Serif SC, 115 MB, /);
});

test('each script and each kind of text has its own: notes in code, signs, what can be written otherwise', async () => {
  const source = 'Weights ㎏ and ㏒, then 詩經.\n\n```\n𒀀\n```\n';
  const said = await told('<p>Weights ㎏ and ㏒, then 詩經.</p><pre><code>𒀀</code></pre>', source);
  assert.is(said.length, 3);
  assert.match(
    said[0] ?? '',
    /^1:9 These signs are in none of the style’s faces: ㎏, ㏒ \(U\+338F, U\+33D2, 2 times\) → Write “kg” for ㎏, “log” for ㏒\.$/,
  );
  assert.match(said[1] ?? '', /^1:23 .*: 詩經 \(Chinese, 2 letters\) → .*fonts add zh/);
  assert.match(said[2] ?? '', /^4:1 .*: 𒀀 \(cuneiform\) → .*--code-face/);
});

test('a character that stands in the source in another form is told at its paragraph, or at the head', async () => {
  assert.match((await told('<p>𒀀</p>', 'Text &#x12000;'))[0] ?? '', /^1:1 /);
});

test('a letter with an accent that no one face has together is told; one whose face has both is no fault, in any form', async () => {
  assert.equal(await told('<p>α\u0313\u0301 ᾧ й и\u0306 бг\u0483ъ ʃ\u0329\u0301 ꙋ\u0483</p>'), []);
  const said = await told('<p>A box □\u0488 and again □\u0488.</p>', 'A box □\u0488 and again □\u0488.');
  assert.is(said.length, 1);
  assert.match(
    said[0] ?? '',
    /^1:7 No face of the style has these letters together with their accents: □\u0488 \(□\u0488, 2 times\) → /,
  );
});

test('the face of code helps out in code alone', async () => {
  assert.equal(await told('<p><code>╔═╗</code></p>'), []);
  assert.is((await told('<p>╔ stands in text</p>')).length, 1);
});

test('a face that is not named for code does not help out in code', async () => {
  const { tokens } = style;
  const family = tokens.get('--code-face')?.split(',')[0] ?? '';
  const narrow = { ...style, tokens: new Map([...tokens, ['--code-face', family]]) };
  assert.equal(await told('<p>Ѫ</p><pre><code>a b</code></pre>', '', narrow), []);
  assert.match((await told('<p>Ѫ <code>Ѫ</code></p>', 'Ѫ `Ѫ`', narrow))[0] ?? '', /Ѫ .* → .*--code-face/);
});

test.run();
