import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { proveSameWords } from '../../../build/check/words/same-words.ts';
import { isContent, isTag } from '../../../build/pdf-reading/tags.ts';
import type { Open } from '../pdf/change.ts';
import { editionFile, journal } from '../pdf/edition.ts';
import { provedAfter } from './proved.ts';

const test = suite('check/words/painted-words');

/** Returns the reports about the words of a PDF after a change. */
async function words(name: string, change: (open: Open) => void) {
  const [bytes, record] = [await editionFile(name), await editionFile('pages.json')];
  return provedAfter(journal, { name, bytes, record }, change);
}

const screen = 'plates-2026-1-screen.pdf';
/** The page of the first article’s opening, and the text of its first paragraph as painted, from its second line on. */
const page = 6;
/** A glyph of the body’s face, and its space. */
const glyph = /<(?!0001)[\dA-F]{4}> Tj/g;
const inBody = (change: (content: string) => string) => (open: Open) =>
  open.repaint(page, (content) => {
    const from = content.indexOf('/P <</MCID 3>>');
    assert.ok(from > 0);
    return content.slice(0, from) + change(content.slice(from));
  });

test('the words of the finished PDF are those of the manuscripts', async () => {
  assert.equal((await words(screen, () => {})).said, []);
});

test('a lost letter is found, in the body and in a note', async () => {
  const body = await words(
    screen,
    inBody((content) => content.replace(/<(?!0001)[\dA-F]{4}> Tj/, '')),
  );
  assert.match(body.said.join('\n'), /plates\.md:7: The text is not whole/);
  const all = await words(
    screen,
    inBody((content) => content.replace(glyph, '')),
  );
  assert.match(all.said.join('\n'), /plates\.md:7: The text is painted on no page of/);
  const note = await words(screen, (open) =>
    open.repaint(page, (content) => {
      const [text] = open
        .tag('Note')
        .kids.filter(isTag)
        .filter(({ type }) => type === 'P');
      const from = content.indexOf(`/P <</MCID ${text?.kids.find(isContent)?.id}>>`);
      assert.ok(from > 0);
      return content.slice(0, from) + content.slice(from).replace(/<(?!0001)[\dA-F]{4}> Tj/, '');
    }),
  );
  assert.match(note.said.join('\n'), /plates\.md:\d+: Note \d is not whole/);
});

test('a word in pieces, and words run together, are found', async () => {
  let count = 0;
  const torn = await words(
    screen,
    inBody((content) => content.replace(glyph, (shown) => (++count === 9 ? `${shown} <0001> Tj` : shown))),
  );
  assert.match(torn.said.join('\n'), /plates\.md:7: The text has a word in pieces/);
  const joined = await words(
    screen,
    inBody((content) => content.replace('<0001> Tj', '')),
  );
  assert.match(joined.said.join('\n'), /plates\.md:7: The text has words run together/);
});

test('the print PDF has the words of the screen PDF, page by page', async () => {
  const print = 'plates-2026-1-print.pdf';
  const [one, other] = [await words(print, () => {}), await words(screen, () => {})];
  const file = new VFile({ path: print });
  // The last page is the back of the cover.
  const at = { name: print, pages: one.texts.pages.slice(0, -1) };
  assert.ok(proveSameWords(file, at, { name: screen, pages: other.texts.pages }, 0));
  const spoilt = await words(print, (open) =>
    open.repaint(page, (content) => content.replace(/<(?!0001)[\dA-F]{4}>\s*Tj/, '')),
  );
  assert.not.ok(
    proveSameWords(
      file,
      { ...at, pages: spoilt.texts.pages.slice(0, -1) },
      { name: screen, pages: other.texts.pages },
      0,
    ),
  );
  assert.match(String(file.messages[0]?.reason), /^Page 6 has other words than page 6 of/);
});

test.run();
