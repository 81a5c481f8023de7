import { access, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { archiveOf, unpackEpub } from '../../build/check/epub/archive.ts';
import { readPageLabels } from '../../build/pdf-reading/page-labels.ts';
import { readPdf } from '../../build/pdf-reading/read-pdf.ts';
import { emptyFolder } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';

/* An issue that is not out, with one article that appeared before it: no edition of it knows a page. */

const root = await emptyFolder();
await cp(join(import.meta.dirname, 'journal'), root, { recursive: true });
const manuscripts = join(root, 'manuscripts/2026-2');
const dist = join(root, 'dist/2026-2');
const change = async (name: string, how: (text: string) => string) =>
  writeFile(join(manuscripts, name), how(await readFile(join(manuscripts, name), 'utf8')));
await change('issue.yaml', (text) => text.replace('date: 2026-06', 'date: 2026-06\nahead: true'));
await change('marhinalii.md', (text) =>
  text.replace(
    '\n[^1]: ',
    '\n## Де, [с. ?](#end) {#where}\n\nДив. [с. ?](two-books.md) і [сс. ?](#where).\n\n### Кінець {#end}\n\nСлово.\n\n[^1]: ',
  ),
);
const built = await offprint(['build', '--articles'], root);
const data = await offprint(['build', '--only', 'jats,doaj'], root);

const text = (path: string) => readFile(join(dist, path), 'utf8');

test('JATS is made of the article that appeared, without volume, issue and pages', async () => {
  assert.is(data.code, 0, data.stderr);
  assert.match(data.stderr, /issue\.yaml.*3 of 4 articles have no day of their own, and no JATS/);
  assert.equal(
    (await readdir(join(dist, 'jats'))).filter((name) => name.endsWith('.xml')),
    ['marhinalii.xml'],
  );
  const xml = await text('jats/marhinalii.xml');
  const [front = ''] = xml.split('<body>');
  assert.not.match(front, /<volume>|<issue>|<issue-id|<issue-title|<fpage>|"print" date-type/);
  assert.match(xml, /<pub-date publication-format="electronic"[^>]*>\s*<day>/);
  assert.match(xml, /Див\. .*«Дві книги про поля»/);
});

test('e-books and offprints name targets in place of pages, and no volume', async () => {
  assert.is(built.code, 0, built.stderr);
  for (const path of ['articles/marhinalii.epub', 'annals-2026-2.epub']) {
    const { opf, nav } = archiveOf(unpackEpub(await readFile(join(dist, path))));
    const said = JSON.stringify([opf.tree, nav?.tree]);
    assert.not.match(said, 'page-list');
    if (path.startsWith('articles')) assert.not.match(said, /prism:(?:volume|number)/);
  }
  const { catalog, xmp, pages } = await readPdf(await readFile(join(dist, 'offprints/marhinalii.pdf')));
  assert.equal(
    readPageLabels(catalog, pages.length),
    pages.map((_, i) => String(i + 1)),
  );
  assert.not.match(JSON.stringify([...(xmp as Map<string, unknown>)]), /prism:(?:volume|number|startingPage)/);
});

test('all of it passes the check, and pages that somebody adds do not', async () => {
  const { code, stdout, stderr } = await offprint(['check', '--editions'], root);
  assert.is(code, 0, `${stdout}${stderr}`);
  const path = join(dist, 'jats/marhinalii.xml');
  const xml = await readFile(path, 'utf8');
  await writeFile(path, xml.replace('</pub-date>', '</pub-date>\n<fpage>45</fpage>'));
  const changed = await offprint(['check', '--editions'], root);
  assert.match(
    changed.stderr,
    /marhinalii\.md:2:8 error jats\/marhinalii\.xml has other pages than the manuscript: “45”/,
  );
  await writeFile(path, xml);
});

test('freezing it is refused', async () => {
  assert.match((await offprint(['freeze'], root)).stderr, /is not out yet/);
  assert.is(
    await access(join(manuscripts, 'pages.json')).then(
      () => 'there',
      () => 'none',
    ),
    'none',
  );
});

test.run();
