import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { runEpubcheck } from '../../../build/check/epub/epubcheck-java.ts';
import { editionFile } from '../pdf/edition.ts';

const epub = await editionFile('plates-2026-1.epub');

const path = 'OEBPS/plates.xhtml';

/** The EPUB with an element that XHTML does not have. */
function spoilt(): Uint8Array {
  const { mimetype, ...files } = unzipSync(epub) as Record<string, Uint8Array>;
  const before = strFromU8(files[path] as Uint8Array);
  files[path] = strToU8(before.replace('</body>', '<blob/></body>'));
  return zipSync({ mimetype: [mimetype as Uint8Array, { level: 0 }], ...files });
}

test('of several EPUBs each is told its own faults, or all why nothing is said', async () => {
  const [good, bad, again] = await runEpubcheck([epub, spoilt(), epub]);
  if (typeof good === 'string') {
    assert.equal([bad, again], [good, good]);
    assert.match(good, /Java|installed/);
    return;
  }
  assert.equal([good, again], [[], []]);
  assert.ok(Array.isArray(bad) && bad.length > 0 && bad.every((one) => one.path === path), JSON.stringify(bad));
});

test('without Java that is said of each', async () => {
  const { PATH } = process.env;
  process.env.PATH = '';
  try {
    assert.equal(await runEpubcheck([epub, epub]), ['there is no Java', 'there is no Java']);
  } finally {
    process.env.PATH = PATH;
  }
});

test('no EPUB, no Java', async () => {
  assert.equal(await runEpubcheck([]), []);
});

test.run();
