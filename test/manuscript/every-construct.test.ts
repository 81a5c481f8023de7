import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import { openRepository } from '../../build/disk/repository.ts';
import { type Construct, constructs } from '../../build/manuscript/constructs/list.ts';
import { markdownOfConstructs } from '../../build/manuscript/constructs/to-markdown.ts';
import { parseMarkdown } from '../../build/manuscript/parse.ts';
import { readTree } from '../../build/manuscript/structure.ts';
import { writeManuscript } from '../../build/manuscript/write.ts';
import { readTerms, termsFor } from '../../build/theme/terms.ts';
import { offprint } from '../cli/offprint.ts';
import { unzip } from '../epub/unzip.ts';

/*
 * One article with every construct, as the writer prints it, and its XHTML in the e-book (expected.xhtml; `UPDATE=1`
 * writes it again, to be read). Every build proves that no word of it is lost in any edition.
 */

const test = suite('manuscript/every-construct');
const journal = fileURLToPath(new URL('every-construct', import.meta.url));
const text = await readFile(`${journal}/manuscripts/1/article.md`, 'utf8');
const terms = termsFor(await readTerms(await openRepository(journal)), 'en');
const file = new VFile({ path: 'article.md', value: text });
const parsed = parseMarkdown(file);
const tree = readTree({ ...parsed, children: parsed.children.slice(1) }, file, terms);

/** The faults of a list of constructs: those that the article does not have, and nodes without a writer. */
function missing(list: readonly Construct[], root: Root): string[] {
  const written = new Set(Object.keys(markdownOfConstructs(new Map(), new Map(), new Set()).handlers ?? {}));
  const all: Nodes[] = [];
  visit(root, (node) => void all.push(node));
  return list.flatMap(({ name, types, parts = [], is }) => [
    ...(all.some((node) => [...types, ...parts].includes(node.type) && (is?.(node) ?? true))
      ? []
      : [`${name} is not in the article`]),
    ...types.filter((type) => !written.has(type)).map((type) => `nothing writes ${type}`),
  ]);
}

test('every construct has a place in the article, and a writer', () => {
  assert.equal(missing(constructs, tree), []);
  const made: Construct = { name: 'map', folder: 'maps', types: ['map' as never] };
  assert.equal(missing([made], tree), ['map is not in the article', 'nothing writes map']);
});

test('every node of the tree is of a construct, and every folder of one', async () => {
  const types = new Set(constructs.flatMap(({ types, parts = [] }) => [...types, ...parts]));
  const others = new Set<string>();
  visit(tree, ({ type }) => void (types.has(type) || others.add(type)));
  assert.equal([...others], ['root']);
  const folder = fileURLToPath(new URL('../../build/manuscript/constructs', import.meta.url));
  const folders = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  assert.equal(folders.map(({ name }) => name).sort(), [...new Set(constructs.map((one) => one.folder))].sort());
});

test('the article is written as it stands', () => {
  const front = parse(/^---\n([\s\S]*?)---\n/.exec(text)?.[1] ?? '') as object;
  assert.is(writeManuscript(tree, front), text);
});

test('the article is built in all editions', async () => {
  const out = await mkdtemp(join(tmpdir(), 'every-construct-'));
  const { code, stderr } = await offprint(['build', '--root', journal, '--out', out], journal);
  assert.is(code, 0, stderr);
  assert.not.match(stderr, /warning|error/);
  const files = (await readdir(`${out}/1`, { recursive: true })).filter((name) => /\.(?:pdf|epub)$/.test(name)).sort();
  assert.equal(files, ['ec-1-print.pdf', 'ec-1-screen.pdf', 'ec-1.epub', join('offprints', 'article.pdf')]);
  const book = unzip(await readFile(`${out}/1/ec-1.epub`));
  const page = book.find(({ path, data }) => path.endsWith('.xhtml') && data.includes('A stone arch'));
  const body = /<body[\s\S]*<\/body>/.exec(page?.data.toString('utf8') ?? '')?.[0] ?? '';
  const expected = `${journal}/expected.xhtml`;
  if (process.env.UPDATE) await writeFile(expected, `${body}\n`);
  assert.fixture(`${body}\n`, await readFile(expected, 'utf8'));
});

test.run();
