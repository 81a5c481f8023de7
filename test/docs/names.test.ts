import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';
import type { Heading, InlineCode, Link, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

/* What is written for engineers names files and functions by the hundred; they move, and the names must follow. */

const root = resolve(import.meta.dirname, '../..');
const documents = ['docs/architecture.md', 'CONTRIBUTING.md', 'build/README.md'];
const drawings = ['way-of-an-issue', 'lines-and-pages', 'finishing-pdfs'].map((name) => `docs/${name}.svg`);

/** The paths of all files and folders of the checkout, from its root and with `/`; folders end in `/`. */
async function readPaths(): Promise<string[]> {
  const inside = async (folder: string): Promise<string[]> => {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    return entries.map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
      return entry.isDirectory() ? `${path}/` : path;
    });
  };
  const top = (await readdir(root, { withFileTypes: true })).filter(
    ({ name }) => !/^(\.git|node_modules|dist)$/.test(name),
  );
  const lists = top.map(async (entry) =>
    entry.isDirectory() ? [`${entry.name}/`, ...(await inside(entry.name))] : [entry.name],
  );
  return (await Promise.all(lists)).flat().filter((path) => !/(^|\/)node_modules\//.test(path));
}

const paths = new Set(await readPaths());
const code = await Promise.all(
  [...paths].filter((path) => /^build\/.*\.ts$/.test(path)).map((path) => readFile(join(root, path), 'utf8')),
);

async function parse(path: string) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(await readFile(join(root, path), 'utf8'));
}

/** The anchors of a document's headings, as GitHub makes them. */
async function anchorsOf(path: string): Promise<Set<string>> {
  const anchors = new Set<string>();
  visit(await parse(path), 'heading', (heading: Heading) => {
    const words = textOf(heading).toLowerCase();
    anchors.add(words.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
  });
  return anchors;
}

/** True if a name is a path below one of some folders: whole, or its end. NAME in it is any one name. */
function isBelow(folders: readonly string[], name: string): boolean {
  if (name.includes('NAME')) {
    const pattern = new RegExp(`(^|/)${name.replaceAll('.', '\\.').replaceAll('NAME', '[^/]+')}$`);
    return [...paths].some((path) => folders.some((folder) => path.startsWith(folder)) && pattern.test(path));
  }
  if (folders.some((folder) => paths.has(posix.join(folder, name)))) return true;
  return [...paths].some((path) => folders.some((folder) => path.startsWith(folder)) && path.endsWith(`/${name}`));
}

/** Code that is meant as a file or a folder of ours: `pages/`, `costs.ts`, `.ci/run`. */
function isPath(value: string): boolean {
  return (
    /^\.?[\w@*-]+(\/[\w.*-]+)*(\/|\.(m?ts|mjs|ejs|css|json|ya?ml|md|svg))$|^\.ci\/\w+$/.test(value) &&
    !/\*|^dist\/|^(pages|manifest|journal|issue)\.(json|yaml)$/.test(value)
  );
}

/** Code that is meant as something in our code: `breakPages`, `PageRecord`. */
function isName(value: string): boolean {
  return /^([a-z]+[A-Z]\w*|[A-Z][a-z]+\w*)$/.test(value) && !/^(ActualText|Fetch|Range|\w+Dependencies)$/.test(value);
}

for (const document of documents)
  test(`${document} links to what is there`, async () => {
    const links: string[] = [];
    visit(await parse(document), ['link', 'image'], (node) => {
      links.push((node as Link).url);
    });
    assert.ok(links.length > 0);
    for (const url of links) {
      if (/^https?:/.test(url)) continue;
      const [path = '', anchor] = url.split('#');
      const target = path === '' ? document : posix.join(dirname(document), path);
      assert.ok(paths.has(target) || paths.has(`${target}/`), `${url}: there is no ${target}`);
      if (anchor) assert.ok((await anchorsOf(target)).has(anchor), `${url}: ${target} has no such heading`);
    }
  });

for (const document of documents)
  test(`${document} names files, functions and types that are there`, async () => {
    const tree = await parse(document);
    // What stands in the row of a room is in that room.
    const roomOf = new Map<InlineCode, string[]>();
    visit(tree, 'tableRow', (row: TableRow) => {
      const first: string[] = [];
      visit(row.children[0] ?? row, 'inlineCode', (node: InlineCode) => void first.push(node.value));
      const rooms = first.filter((name) => paths.has(`build/${name}`) && name.endsWith('/'));
      if (rooms.length > 0) visit(row, 'inlineCode', (node: InlineCode) => void roomOf.set(node, rooms));
    });
    const missing: string[] = [];
    let count = 0;
    visit(tree, 'inlineCode', (node: InlineCode) => {
      const { value } = node;
      const place = `${document}:${node.position?.start.line}: \`${value}\``;
      if (isPath(value)) {
        count++;
        const rooms = roomOf.get(node)?.map((room) => `build/${room}`) ?? [];
        const there = [...rooms, ...(value.includes('/') || rooms.length === 0 ? ['', 'build/'] : [])];
        if (!isBelow(there, value)) missing.push(`${place} is no file${rooms.length > 0 ? ` of ${rooms}` : ''}`);
      } else if (isName(value)) {
        count++;
        const declared = new RegExp(`\\b(?:function|const|interface|type|class)\\*? ${value}\\b`);
        if (!code.some((text) => declared.test(text))) missing.push(`${place} is declared nowhere in build/`);
      }
    });
    assert.ok(count > 5);
    assert.equal(missing, []);
  });

for (const drawing of drawings)
  test(`${basename(drawing)} names rooms that are there, and can be read without being seen`, async () => {
    const svg = await readFile(join(root, drawing), 'utf8');
    const rooms = [...svg.matchAll(/<text class="room end"[^>]*>([^<]+)</g)].map(([, name = '']) => name);
    assert.ok(rooms.length > 2);
    for (const room of rooms) assert.ok(paths.has(`build/${room}`), `there is no build/${room}`);
    assert.match(svg, /aria-labelledby="title desc"/);
    assert.match(svg, /<title id="title">[^<]{5,}</);
    assert.match(svg, /<desc id="desc">[^<]{100,}</);
    assert.match(svg, /prefers-color-scheme: dark/);
    assert.not.match(svg, /@font-face|<image|<script|href=/);
  });

test.run();
