import { parse } from 'postcss';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fromXml } from 'xast-util-from-xml';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { setLettersIn } from '../../build/fonts/characters.ts';
import { embedFonts, familiesOf } from '../../build/fonts/embed.ts';
import { fontRules } from '../../build/fonts/font-rules.ts';
import { readStyle } from '../../build/styles/style.ts';

const style = await readStyle(await openRepository(offprintRoot), 'quarterly', 'epub');
const rules = fontRules(parse(style.css));
const page = (words: string) =>
  setLettersIn(fromXml(`<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${words}</p></body></html>`), rules);

test('only the faces in use go in, cut down, with their licence', async () => {
  const { css, files } = await embedFonts(style, page('One line.'));
  assert.equal([...files.keys()], ['fonts/SourceSerif4_400Regular.woff2', 'fonts/source-serif-4-license.txt']);
  const [face, licence] = [...files.values()];
  assert.is(Buffer.from(face ?? []).toString('latin1', 0, 4), 'wOF2');
  assert.ok((face?.length ?? 0) < 8000, `${face?.length} bytes`);
  assert.match(Buffer.from(licence ?? []).toString(), /SIL Open Font License/i);
  assert.is(css.match(/@font-face/g)?.length, 1);
  assert.match(css, /url\("fonts\/SourceSerif4_400Regular.woff2"\) format\("woff2"\)/);
});

test('a face that a style keeps for a language goes in only with words of that language', async () => {
  for (const name of ['quarterly', 'essay']) {
    const own = await readStyle(await openRepository(offprintRoot), name, 'epub');
    const familiesFor = async (words: string) => {
      const document = fromXml(`<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${words}</p></body></html>`);
      return familiesOf(own, setLettersIn(document, fontRules(parse(own.css))));
    };
    const [plain, bulgarian, greek] = await Promise.all(
      ['Слово', '<span lang="bg">Слово</span>', '<span lang="grc">λόγος</span>'].map(familiesFor),
    );
    assert.is(plain?.length, 1, name);
    assert.is(bulgarian?.includes('Source Serif Local'), name === 'essay');
    assert.is(greek?.includes('Noto Serif'), name === 'quarterly');
  }
});

test('the same text gives the same bytes', async () => {
  const [a, b] = [await embedFonts(style, page('Слово')), await embedFonts(style, page('олвоС'))];
  assert.equal(a, b);
});

test.run();
