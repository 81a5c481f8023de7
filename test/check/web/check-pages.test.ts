import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { noCache } from '../../../build/cache/cache.ts';
import { checkPages } from '../../../build/check/web/check-pages.ts';
import { houseLanguages } from '../../../build/languages/languages.ts';
import { richIssue } from '../../epub/rich-issue.ts';

const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"/>';

/** What is said of a page with this in its body. */
async function said(body: string, head = policy): Promise<string[]> {
  const file = new VFile({ path: 'a.html' });
  const text = `<!DOCTYPE html><html lang="en"><head>${head}<title>A</title></head><body>${body}</body></html>`;
  await checkPages([{ name: 'a.html', file, text }], {
    issue: richIssue(),
    terms: { words: {}, languages: houseLanguages },
    folios: undefined,
    names: new Set(['a.html', 'a/way.svg', 'index.html']),
    cache: noCache,
  });
  return file.messages.map(({ reason }) => reason);
}

test('links lead to what is there, in the page and beside it', async () => {
  assert.equal(
    await said('<p id="x"><a href="#x">x</a> <a href="index.html">i</a> <img src="a/way.svg" alt="w"/></p>'),
    [],
  );
  assert.equal(await said('<p id="x"><a href="#y">y</a></p>'), ['There is no id “y” in a.html']);
  assert.equal(await said('<p><a href="b.html">b</a></p>'), ['There is no file b.html']);
  assert.equal(await said('<p><a href="../a.html">up</a></p>'), ['There is no file ../a.html']);
  assert.equal(await said('<p id="x">1</p><p id="x">2</p>'), ['The id “x” occurs twice']);
  assert.equal(await said('<section aria-labelledby="h"></section>'), ['There is no id “h” here']);
  assert.equal(await said('<a href="https://example.org/">elsewhere</a>'), []);
});

test('what browsers would repair is not HTML', async () => {
  const [first = ''] = await said('<p>1<ul><li>2</li></ul></p>');
  assert.match(first, 'not HTML as browsers read it');
});

test('a page stands alone', async () => {
  assert.match((await said('<script>1</script>')).join(), 'A script stands in the page');
  assert.equal(await said('<script type="application/ld+json">{}</script>'), []);
  assert.equal(await said('<p onclick="x()">1</p>'), ['An element has the handler onclick']);
  assert.equal(await said('<a href="javascript:x()">1</a>'), ['A link runs javascript:x()']);
  assert.equal(await said('<p>1</p>', ''), ['The page has no content security policy']);
  assert.equal(await said('<p>1</p>', `${policy}<link rel="stylesheet" href="//example.org/s.css"/>`), [
    'The page loads //example.org/s.css',
  ]);
});

test.run();
