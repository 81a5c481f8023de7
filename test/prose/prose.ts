import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Passage, readCode } from './read-code.ts';
import { readPage } from './read-page.ts';

/** A word of the list in words.yaml. */
export interface AvoidedWord {
  avoid: string;
  better: string;
  because: string;
  caught: string;
  fine?: string;
}

/** A place where a text is not in plain words. */
export interface Stumble {
  kind: 'word' | 'beginning' | 'length';
  /** From the root of the repository, with `/`. */
  path: string;
  line: number;
  found: string;
  better: string;
}

export const root = resolve(import.meta.dirname, '../..');

/** The longest line of a comment; what the formatter has as the width of code. */
const maxLength = 120;

/** The words to avoid, with their patterns. */
export async function readWords(): Promise<(AvoidedWord & { pattern: RegExp })[]> {
  const words: AvoidedWord[] = parse(await readFile(join(import.meta.dirname, 'words.yaml'), 'utf8'));
  return words.map((word) => ({ ...word, pattern: new RegExp(word.avoid, 'giu') }));
}

/** The files whose prose is held to the list: code, docs, templates and styles. */
export async function proseFiles(): Promise<string[]> {
  const inside = async (folder: string, pattern: RegExp) =>
    (await readdir(join(root, folder), { recursive: true }))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => pattern.test(path));
  const lists = [
    inside('build', /(?<!\.d)\.m?[jt]s$|\.md$/),
    inside('docs', /\.md$/),
    inside('templates', /\.ejs$/),
    inside('styles', /\.(css|md)$/),
  ];
  return [...(await Promise.all(lists)).flat().sort(), 'CHANGELOG.md', 'CONTRIBUTING.md', 'README.md'];
}

/** What in a file is not in plain words: words of the list, doc comments that begin with a question, comments that are too long. */
export async function stumblesIn(path: string, words: Awaited<ReturnType<typeof readWords>>): Promise<Stumble[]> {
  const text = await readFile(join(root, path), 'utf8');
  const isCode = /\.m?[jt]s$/.test(path);
  const passages = isCode ? readCode(text) : readPage(text, path);
  return passages.flatMap((passage) => [
    ...wordsOf(path, passage, words),
    ...beginningOf(path, passage),
    ...lengthsOf(path, passage),
  ]);
}

function wordsOf(path: string, passage: Passage, words: Awaited<ReturnType<typeof readWords>>): Stumble[] {
  const { plain, lineAt } = plainText(passage);
  return words.flatMap(({ pattern, better, because }) =>
    [...plain.matchAll(pattern)].map(
      ({ 0: found, index }): Stumble => ({
        kind: 'word',
        path,
        line: passage.line + lineAt(index),
        found: found.trim(),
        better: `${better}. ${because}`,
      }),
    ),
  );
}

/** A passage as running text without signs of comments and without code, and the line in it of an offset. */
function plainText({ text }: Passage): { plain: string; lineAt: (offset: number) => number } {
  let plain = '';
  const begins: number[] = [];
  for (const line of text.split('\n')) {
    begins.push(plain.length);
    const words = line
      .replace(/^\s*(\/\*\*?|\*\/|\*|\/\/|<!--|<%#|#)?\s?/, '')
      .replace(/\s*(\*\/|-->|%>)\s*$/, '')
      .replace(/`[^`]*`/g, '‘code’')
      .trim();
    if (words) plain += `${plain && !plain.endsWith(' ') ? ' ' : ''}${words}`;
  }
  return { plain, lineAt: (offset) => begins.findLastIndex((begin) => begin <= offset) };
}

/** The beginning of a doc comment that asks in place of saying what the thing is. */
function beginningOf(path: string, passage: Passage): Stumble[] {
  if (!passage.exported) return [];
  const [word] = /^(What|Whether|Where|How|Which|Who|Whose|When|Why)\b/.exec(plainText(passage).plain) ?? [];
  if (!word) return [];
  const { line, exported } = passage;
  const better = 'Begin with what it is or does: a noun phrase, or a verb such as “Finds”.';
  return [{ kind: 'beginning', path, line, found: `${exported}: ${word} …`, better }];
}

function lengthsOf(path: string, { kind, line, text }: Passage): Stumble[] {
  if (kind !== 'comment') return [];
  return text.split('\n').flatMap((one, i): Stumble[] => {
    const { length } = one;
    // An address cannot be wrapped.
    if (length <= maxLength || /https?:\S{60}/.test(one)) return [];
    const better = `Wrap it at ${maxLength}.`;
    return [{ kind: 'length', path, line: line + i, found: `a line of ${length} characters`, better }];
  });
}
