import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { startChrome } from '../../build/browser/browser.ts';
import { buildIssue } from '../../build/build.ts';
import { checkIssue } from '../../build/check-issue.ts';
import { levelOf } from '../../build/diagnostics/report.ts';
import { pathOf } from '../../build/diagnostics/show.ts';
import { openRepository } from '../../build/disk/repository.ts';

/*
 * Typefaces that nobody had in mind, in both styles and on pages of several sizes: each is built, with every word of the manuscript on the pages, or refused at the line
 * that names it. Install the packages in a folder of their own, which is the first argument; what follows are their names, as `faces:` in journal.yaml has them:
 *
 *     node --import ./build/typescript.mjs test/bench/faces.ts /tmp/faces @expo-google-fonts/literata "computer-modern#CMU Serif"
 */

const [folder = '.', ...faces] = process.argv.slice(2);
const pages = ['A6', '170 × 240 mm', 'A4'];
const styles = ['quarterly', 'essay'];

const front = (title: string) =>
  `---\ntitle: ${title}\nauthors:\n  - name: Ann Author\n    affiliation: A university\n---\n\n`;
const prose =
  'The keeper of the tide tables wrote down what the water did, twice a day, and what the harbour master said about it, which was seldom the same. ';
const manuscript = `${front('On *Tides* and Other Things that Come Twice')}${prose.repeat(2)}The first call.[^1] Powers 10<sup>−23</sup>, ions Ca<sup>2+</sup>, x<sup>n+1</sup>, v<sub>max</sub>, x<sub>i,j</sub>, v<sub>макс</sub>, 1<sup>er</sup>, *italic 10<sup>6</sup>*, **bold 10<sup>3</sup>**, [Small Capitals]{.smallcaps}, *emphasised words*, **strong words**, ***both at once***. Figures 0123456789, efficient fjords offline.

${prose.repeat(3)}[^2] Припливи й відпливи, *курсив*, **жирний**, [НАТО]{.smallcaps}.[^3]

## A heading with m<sup>2</sup> and [NATO]{.smallcaps}

### A third level with *emphasis* and [NATO]{.smallcaps}

| Place | Height 10<sup>6</sup> |
|:--|--:|
| Husum | 12.5 |
| *Büsum* | 3.25 |

Table: Heights in *metres*, with CO<sub>2</sub>.[^4]

> A quotation, long enough to be set in more than one line of a narrow column, with *emphasis*.

- An item
- **Another** item

${prose.repeat(4)}

[^1]: A note with *a title in italics*, *Journal of Tides* 3 (1900), 10–12.
[^2]: A second note, **strong**, H<sub>2</sub>O.
[^3]: Третя примітка, *курсив*.
[^4]: A note to a caption.
`;

const root = await mkdtemp(join(tmpdir(), 'offprint-faces-'));
const manuscripts = join(root, 'manuscripts', '2026-1');
await mkdir(manuscripts, { recursive: true });
await symlink(join(resolve(folder), 'node_modules'), join(root, 'node_modules'));
await writeFile(
  join(manuscripts, 'issue.yaml'),
  'volume: 1\nnumber: 1\ndate: 2026-03\ncontents:\n  - articles: [tides.md]\n',
);
await writeFile(join(manuscripts, 'tides.md'), manuscript);
const chrome = await startChrome();
const stage = <T>(_: string, work: () => Promise<T>) => work();
const wanted = wordsOf(
  manuscript
    .replace(/^---[\s\S]*?---/, (head) => head.replace(/^(title|authors|---|\s*-?\s*\w+):?/gm, ''))
    .replace(/\{\.smallcaps\}|\[\^\d\]:?|^Table:/gm, ' ')
    .replace(/<\/?su[bp]>/g, ''),
);

console.log(`| face | ${styles.flatMap((style) => pages.map((page) => `${style} ${page}`)).join(' | ')} | said |`);
console.log(`|---|${styles.flatMap(() => pages.map(() => '---|')).join('')}---|`);
let failed = false;
for (const face of faces) {
  const cells: string[] = [];
  const said = new Set<string>();
  for (const style of styles) for (const page of pages) cells.push(await tryFace(face, style, page, said));
  console.log(`| ${face} | ${cells.join(' | ')} | ${[...said].join('<br>')} |`);
}
await chrome.close();
await rm(root, { recursive: true });
process.exitCode = failed ? 1 : 0;

async function tryFace(face: string, style: string, page: string, said: Set<string>): Promise<string> {
  const settings = `title: Tides\nshort: Tides\nlang: en\npublisher: { name: The Press }\neditors: [{ name: An Editor }]\nstyle: ${style}\npage: ${page}\nfaces: { text: "${face}" }\n`;
  await writeFile(join(root, 'manuscripts', 'journal.yaml'), settings);
  const repository = await openRepository(root);
  const checked = await checkIssue('2026-1', repository, stage);
  const built = await buildIssue('2026-1', {
    repository,
    out: join(root, 'dist'),
    only: new Set(['screen', 'print']),
    strict: false,
    chrome: async () => chrome,
    stage,
  });
  const messages = built.files.flatMap((file) => file.messages.map((message) => ({ file, message })));
  for (const { file, message } of messages)
    if (/^(face|style)-/.test(message.ruleId ?? ''))
      said.add(`${levelOf(message)} ${pathOf(file, root)}:${message.line} ${message.reason}`);
  const errors = messages.filter(({ message }) => levelOf(message) === 'error');
  if (errors.length > 0) {
    const isTold = errors.every(
      ({ file, message }) => message.line !== undefined && pathOf(file, root).endsWith('.yaml'),
    );
    const isFirst = checked.files.some((file) => file.messages.some((message) => levelOf(message) === 'error'));
    if (isTold && isFirst) return 'refused';
    failed = true;
    return `FAILED: ${errors.map(({ message }) => message.reason).join('; ')}`;
  }
  const lost = await lostWords(join(root, 'dist', '2026-1', 'tides-2026-1-screen.pdf'));
  const warnings = messages.filter(
    ({ message }) => levelOf(message) === 'warning' && !/^face-/.test(message.ruleId ?? ''),
  );
  for (const { message } of warnings) said.add(`${message.ruleId}`);
  if (lost.length === 0) return 'built';
  failed = true;
  return `LOST ${lost.join(' ')}`;
}

/** Words of the manuscript that the PDF has less often. */
async function lostWords(path: string): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    text += '\n';
  }
  const found = wordsOf(text.replace(/[-\u00ad‐]\n/g, ''));
  const lines = text.toLowerCase();
  const lost = [...wanted].filter(([word, count]) => (found.get(word) ?? 0) < count).map(([word]) => word);
  return lost.filter((word) => !isDivided(word, lines));
}

/** Whether a word stands in two parts, the one at the end of a column, the other at the head of another. */
function isDivided(word: string, lines: string): boolean {
  return Array.from({ length: Math.max(0, word.length - 3) }, (_, i) => i + 2).some(
    (at) =>
      new RegExp(`(?<!\\p{L})${word.slice(0, at)}[-\u00ad‐]\\s`, 'u').test(lines) &&
      new RegExp(`\\n${word.slice(at)}(?!\\p{L})`, 'u').test(lines),
  );
}

/** Words and numbers, and how often each comes; what is raised or lowered may be a word of its own or not. */
function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/\p{L}+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
