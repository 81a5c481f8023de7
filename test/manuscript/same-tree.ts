import type { Nodes, Root } from 'mdast';
import { VFile } from 'vfile';
import { gatherNotes } from '../../build/manuscript/constructs/notes/gather.ts';
import { parseMarkdown } from '../../build/manuscript/parse.ts';
import { numberTree, readTree } from '../../build/manuscript/structure.ts';
import { toHtml } from '../../build/manuscript/to-html.ts';
import { writeManuscript } from '../../build/manuscript/write.ts';
import { type TermsBook, termsFor } from '../../build/theme/terms.ts';

/**
 * A manuscript that was read, written, and read again: its text after one and two rounds, and the results of both
 * readings.
 */
export interface RoundTrip {
  written: string;
  again: string;
  trees: [unknown, unknown];
  html: [unknown, unknown];
}

/** Reads, writes and reads the body of a manuscript. */
export function roundTrip(text: string, lang: string, terms: TermsBook): RoundTrip {
  const first = read(text, lang, terms);
  const written = writeManuscript(first.tree);
  const other = read(written, lang, terms);
  return {
    written,
    again: writeManuscript(other.tree),
    trees: [plainTree(first.tree), plainTree(other.tree)],
    html: [first.html, other.html],
  };
}

function read(text: string, lang: string, terms: TermsBook): { tree: Root; html: unknown } {
  const file = new VFile({ path: 'article.md', value: text });
  const parsed = parseMarkdown(file);
  const own = termsFor(terms, lang);
  const body: Root = { ...parsed, children: parsed.children.filter(({ type }) => type !== 'yaml') };
  const tree = readTree(body, file, own);
  const { body: html, notes } = toHtml(numberTree(structuredClone(tree), file, lang, own), file);
  return { tree, html: plainHtml([...html.children, ...notes.flatMap((note) => note.body)]) };
}

/**
 * A tree without places, with joined texts, one kind of space, and notes in place numbered in the order of their calls.
 */
export function plainTree(tree: Root): unknown {
  const names = new Map<string, string>();
  const plain = (node: Nodes): unknown => {
    const { position: _, data, ...rest } = node as Nodes & { data?: Record<string, unknown> };
    const kept = Object.fromEntries(
      Object.entries((data ?? {}) as Record<string, unknown>).filter(([name]) => meant.has(name)),
    );
    const out: Record<string, unknown> = { ...rest };
    if ('title' in out && !out.title) delete out.title;
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      if (node.identifier.includes(' ') && !names.has(node.identifier))
        names.set(node.identifier, `in place ${names.size + 1}`);
      out.identifier = names.get(node.identifier) ?? node.identifier;
    }
    if (Object.keys(kept).length > 0) out.data = kept;
    if (node.type === 'htmlBlock') out.content = plainHtml(node.content);
    if ('children' in node) out.children = joined(node.children.map(plain) as Plain[]);
    return out;
  };
  return plain(tree);
}

/** The data of a node that the manuscript determines; the rest is about how it was read. */
const meant: ReadonlySet<string> = new Set(['attributes', 'naming', 'sign', 'kind', 'isExample']);

interface Plain {
  type: string;
  value?: string;
  [key: string]: unknown;
}

function joined(children: Plain[]): Plain[] {
  const all: Plain[] = [];
  for (const child of children) {
    const before = all.at(-1);
    if (child.type === 'text' && before?.type === 'text') before.value = (before.value ?? '') + (child.value ?? '');
    else all.push({ ...child });
  }
  for (const [i, child] of all.entries()) {
    if (child.type !== 'text') continue;
    child.value = (child.value ?? '').replace(/[ \t\n]+/g, ' ');
    if (i === 0 || all[i - 1]?.type === 'break') child.value = child.value.trimStart();
    if (i === all.length - 1) child.value = child.value.trimEnd();
  }
  return all.filter((child) => child.type !== 'text' || child.value !== '');
}

function plainHtml(nodes: readonly unknown[]): Plain[] {
  const plain = (node: Plain): Plain => {
    const { position: _, data: _data, ...rest } = node as Plain & { children?: Plain[] };
    return rest.children ? { ...rest, children: joined((rest.children as Plain[]).map(plain)) } : (rest as Plain);
  };
  return joined((nodes as Plain[]).map(plain));
}

/**
 * Writes a tree, reads it and writes it again: the law of the writer for trees that were not read from a manuscript.
 */
export function readAgain(tree: Root, terms: TermsBook): Pick<RoundTrip, 'written' | 'again' | 'trees'> {
  const written = writeManuscript(tree);
  const { tree: other } = read(written, 'en', terms);
  const ordered = structuredClone(tree);
  gatherNotes()(ordered);
  return { written, again: writeManuscript(other), trees: [plainTree(ordered), plainTree(other)] };
}
