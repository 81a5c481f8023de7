import { appendFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { articleId } from '../../../build/issue/ids.ts';
import { emptyFolder } from '../../cli/folders.ts';
import { offprint } from '../../cli/offprint.ts';
import { journal as small } from '../pdf/edition.ts';

/*
 * A style that hides the words of each article in another way: a plain build stops, reports each at its line with the
 * reason, and leaves nothing behind.
 */
const test = suite('check/words/hiding-styles');

/** The rules for the paragraphs or notes of an article, and the report. */
const hidden: [name: string, rules: (article: string) => string, told: RegExp][] = [
  ['clear', (a) => `${a} .body p { opacity: 0.01; }`, /is transparent on page \d+ of/],
  ['unseen', (a) => `${a} .body p { visibility: hidden; }`, /is painted on no page of/],
  ['white', (a) => `${a} .body p { color: white; }`, /has on page \d+ of \S+ the colour of what lies below it/],
  ['ground', (a) => `${a} .body p { color: #123; background: #123; }`, /the colour of what lies below it/],
  [
    'boxed',
    (a) => `${a} .body p { height: 20px; overflow: hidden; padding: 0 9px; margin: 0 -9px; }`,
    /is cut off on page \d+ of|is painted on no page of/,
  ],
  ['clipped', (a) => `${a} .body p { clip-path: inset(0 -9px 9px -9px); }`, /is cut off on page \d+ of/],
  [
    'covered',
    (a) =>
      `${a} .body p { position: relative; } ${a} .body p::after { content: ""; position: absolute; inset: 0; background: white; }`,
    /is covered on page \d+ of/,
  ],
  ['crossed', (a) => `${a} .body em { position: relative; left: -70px; }`, /words stand on others/],
  ['tiny', (a) => `${a} .body p { font-size: 1px; }`, /is too small to be read on page/],
  ['gone', (a) => `${a} .body p { text-indent: -9999px; }`, /is painted on no page of|is cut off on page/],
  ['placed', (a) => `${a} .body p { position: relative; }`, /^$/],
  ['right', () => '', /^$/],
];

const file = (name: string) => `manuscripts/2026-1/${name}.md`;

const root = await emptyFolder();
await cp(small, root, { recursive: true });
await mkdir(join(root, 'styles'));
await appendFile(join(root, 'manuscripts/journal.yaml'), 'style: ours\n');
for (const name of ['plates', 'proofs']) await rm(join(root, file(name)));

test('every way in which a style hides words is told by a plain build', async () => {
  for (const [path, text] of await journal()) await writeFile(join(root, path), text);
  const { code, stdout, stderr } = await offprint(['build', '--quiet', '--only', 'screen'], root);
  const said = stdout + stderr;
  assert.is(code, 1, said);
  for (const [name, , told] of hidden) {
    const [fault = ''] = said.split('\n').filter((line) => line.startsWith(file(name)) && / error /.test(line));
    assert.match(fault, told, `${name}: ${said}`);
    if (fault) assert.match(fault, new RegExp(`^${file(name)}:(7|9):`));
  }
  assert.not.ok((await readdir(root)).includes('dist') && (await readdir(join(root, 'dist'))).includes('2026-1'));
});

async function journal(): Promise<Map<string, string>> {
  return new Map([
    [
      'manuscripts/2026-1/issue.yaml',
      `volume: 1\nnumber: 1\ndate: 2026-03\ncontents:\n  - section: Articles\n    articles:\n${hidden.map(([name]) => `      - ${name}.md\n`).join('')}`,
    ],
    ['styles/ours.css', hidden.map(([name, rules]) => rules(`[data-article="${articleId(name)}"]`)).join('\n')],
    ...hidden.map(([name]): [string, string] => [
      file(name),
      `---\ntitle: On ${name} things\nauthors: [{ name: A. Nobody }]\nlang: en\n---\n
Here ${name} goes first, then ${name} again, with ${name} beside ${name}, and ${name} below ${name}, and a little more of ${name}.\n
Now then ${name} *stands alone* here.[^1] More ${name} follows ${name}, until ${name} fills ${name} lines, and then ${name} ends.\n
[^1]: A ${name} note.\n`,
    ]),
  ]);
}

test.run();
