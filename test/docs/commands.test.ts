import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';
import { blockWith, codeOf, pages } from './shown.ts';

/*
 * Whatever README, the docs and the sample issue show is tried as a reader would try it: in a journal that is made by README's own commands.
 */

const shown = await pages();
const readme = shown.get('README.md') ?? '';
const base = await emptyFolder();
let journal = base;
const done = new Set<string>();

test('README’s way to a first issue ends in the files that it lists', async () => {
  for (const line of blockWith(readme, 'offprint new journal').split('\n')) {
    const words = wordsOf(line);
    done.add(words.slice(1).join(' '));
    if (words[0] === 'cd') journal = join(journal, words[1] ?? '');
    else if (words[1] === 'build') await writeArticle();
    if (words[0] === 'cd') continue;
    const { code, stderr } = await offprint(words.slice(1), journal);
    assert.is(code, 0, `${line}\n${stderr}`);
  }
  for (const [, name] of readme.matchAll(/^\| `([^`]+)` \| (?!the printer, where)/gm)) {
    if (!name || !/^\S+\.\w+$/.test(name)) continue;
    const path = name.replace('<journal>', 'aom').replace('<article>', 'on-the-breadth-of-margins');
    await access(join(journal, 'dist/2026-1', path));
  }
});

/** README’s manuscript, in place of the one that was made. */
async function writeArticle(): Promise<void> {
  await writeFile(join(journal, 'manuscripts/2026-1/on-the-breadth-of-margins.md'), blockWith(readme, 'title: On the'));
}

test('every command that is shown is one', async () => {
  const scripts = Object.keys(
    JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')).scripts,
  );
  const runs: [string, string[]][] = [];
  for (const [page, text] of shown)
    for (const line of codeOf(text)) {
      const [program, ...rest] = wordsOf(await filled(line));
      if (program === 'npm' && rest[0] === 'run' && rest[1]) {
        assert.ok(scripts.includes(rest[1]), `${page}: ${line}`);
        if (!/^(build|check|new)$/.test(rest[1]) || rest[2] !== '--') continue;
        runs.push([`${page}: ${line}`, [rest[1], ...rest.slice(3)]]);
      } else if (program === 'offprint') runs.push([`${page}: ${line}`, rest]);
    }
  assert.ok(runs.length > 10);
  for (const [where, args] of runs) {
    if (args[0] === undefined || done.has(args.join(' '))) continue;
    // The name of a command alone speaks of it.
    if (args.length === 1) assert.is((await offprint([...args, '--help'], base)).code, 0, where);
    if (args.length === 1) continue;
    done.add(args.join(' '));
    // One would run until it is stopped, the other wants a Git repository, or an edition from before.
    if (args[0] === 'preview' || args[0] === 'compare') {
      assert.is((await offprint([...args, '--help'], base)).code, 0, where);
      continue;
    }
    const { code, stderr } = await offprint(args, journal);
    assert.ok(code === 0 || code === 1, `${where}: ${code}\n${stderr}`);
    assert.not.match(stderr, 'fault in Offprint', where);
  }
});

test('every option that is shown is one', async () => {
  let known = '';
  for (const command of [
    'build',
    'check',
    'new',
    'where',
    'cache',
    'explain',
    'preview',
    'proof',
    'bib',
    'import',
    'import-comments',
    'queries',
    'fonts',
    'deposit',
    'freeze',
    'compare',
  ])
    known += (await offprint([command, '--help'], base)).stdout;
  for (const [page, text] of shown)
    for (const line of codeOf(text)) {
      // Of other programs.
      if (/^(ebook-convert|npm install)|--epub-version/.test(line)) continue;
      for (const [option] of line.matchAll(/(?<=^|\s)--[a-z][a-z-]+/g)) assert.match(known, option, `${page}: ${line}`);
    }
});

/** A command with something real in the place of each word that stands for something. */
async function filled(line: string): Promise<string> {
  const dist = join(journal, 'dist/2026-1');
  const screen = join(dist, (await readdir(dist)).find((name) => name.endsWith('-screen.pdf')) ?? '');
  return line
    .replace(/ \[(ISSUE…|ISSUE|RULE)\]| …$/g, '')
    .replace('journal|issue|article NAME', 'article "On Ink"')
    .replace('ISSUE/ARTICLE', '2026-1/on-the-breadth-of-margins')
    .replace('FILE:LINE[:COLUMN]', 'manuscripts/2026-1/on-the-breadth-of-margins.md:12')
    .replace(/(?<=^offprint import )(?:FILE$|\S+\.md\b)/, paper)
    .replace(/\b(FILE|works)\.bib/, bibliography)
    .replace(/dist\/2026-1\/<journal>-2026-1-print\.pdf|\b(FILE|file|advert)\.pdf/g, screen)
    .replace(/ --root \S+/, '');
}

const paper = join(base, 'paper.md');
await writeFile(paper, '# Of Lamps\n\n*Ada Stone*\n\nAll lamps go out, and nobody has ever said why.\n');
const bibliography = join(base, 'works.bib');
await writeFile(bibliography, '@book{roe2019, title = {Of margins}, date = 2019}\n');

/** The words of a line as a shell takes them apart. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

test.run();
