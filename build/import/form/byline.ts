import type { Paragraph, RootContent } from 'mdast';
import { scriptIn } from '../../text/script.ts';
import { wordsIn } from '../gate.ts';
import { type AuthorPlace, firstWords, type Imported, type ImportedAuthor } from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import type { FormContext } from './context.ts';
import { lineOfBlock } from './line-of.ts';
import { linesOfBlock, maxOpening, opening, placeOfBlock, remove } from './opening-blocks.ts';
import { readAuthors } from './read-authors.ts';
import { takeFor } from './take-for.ts';

/** Parts a block of lines before a line that begins with a name: title and author in one block. */
export function partBylines({ imported: { tree }, words }: FormContext): void {
  for (const [i, node] of tree.children.slice(0, maxOpening).entries()) {
    const lines = node.data?.look?.lines ?? [];
    if (node.type !== 'paragraph' || lines.length < 2 || lines.length > 12) continue;
    if (node.children.some(({ type }) => type !== 'text')) continue;
    const at = lines.findIndex((line, k) => k > 0 && readAuthors([line], words));
    if (at < 1 || readAuthors([lines[0] ?? ''], words)) continue;
    const part = (own: string[]): Paragraph => ({
      ...node,
      children: [{ type: 'text', value: own.join(' ') }],
      data: { ...node.data, look: { ...node.data?.look, lines: own } },
    });
    tree.children.splice(i, 1, part(lines.slice(0, at)), part(lines.slice(at)));
    return;
  }
}

/** The authors, next to the title. */
export function takeByline(context: FormContext): void {
  const { imported, words } = context;
  const { facts } = imported;
  if (facts.authors) return;
  const blocks = opening(context);
  const until = blocks.findIndex((node) => lineOfBlock(node).length > 300);
  const near = blocks.slice(0, until < 0 ? 8 : Math.min(8, until));
  for (const [i, node] of near.entries()) {
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    // What stands between title and authors makes it less sure that they are some.
    const group = near.slice(i).filter((one) => one.type === 'paragraph' || one.type === 'heading');
    const lines = group.flatMap((one) => linesOfByline(one, words).map((line) => ({ line, one })));
    const read = readAuthors(
      lines.map(({ line }) => line),
      words,
    );
    if (!read) continue;
    const used = lines.slice(0, read.lines);
    const last = used.at(-1)?.one;
    // A block is taken as a whole, or not at all.
    const whole = group.filter((one) => used.some((line) => line.one === one));
    if (last && lines.filter(({ one }) => one === last).length > used.filter(({ one }) => one === last).length)
      continue;
    const at = placeOfBlock(node);
    const name = firstWords(lineOfBlock(node));
    const confidence = Math.round((read.confidence - 0.1 * Math.min(i, 4)) * 100) / 100;
    if (confidence < 0.55) return;
    const found = `${read.authors.length > 1 ? 'Names' : 'A name'} next to the title (${read.authors.map((author) => author.name).join(', ')})`;
    const level = confidence < 0.7 ? { level: 'warning' as const } : {};
    const about = { rule: 'import-title', confidence, at, words: name, found, ...level } as const;
    if (takeFor(context, about, ['authors', 'paragraph']).made !== 'authors') return;
    const authors = withoutRepeated(read.authors);
    for (const author of authors) {
      if (author.name === author.name.toUpperCase() && !/\./.test(author.name))
        author.name = author.name.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());
    }
    facts.authors = authors.map((value) => ({ value, confidence, at }));
    declareByline(imported, whole.map(textOfTree).join(' '), authors, at);
    remove(context, ...whole);
    return;
  }
}

/** The lines of a block; names beside each other, parted by wide spaces, are a list, and so are their ORCIDs. */
function linesOfByline(node: RootContent, words: FormContext['words']): string[] {
  const lines = linesOfBlock(node);
  if (lines.length !== 1) return lines;
  const parts = textOfTree(node)
    .trim()
    .split(/\s{2,}/);
  if (parts.length < 2 || parts.length > 12) return lines;
  if (parts.every((part) => /^\S*(?:\d{4}-\d{4}-\d{4}-\d{3}[\dX]|\S@\S+\.\S+)$/.test(part))) return parts;
  return parts.every((part) => readAuthors([part], words)) ? [parts.join(', ')] : lines;
}

/** Authors without those who stand there again in another script: of the same mail or ORCID, or a second half. */
function withoutRepeated(authors: ImportedAuthor[]): ImportedAuthor[] {
  const half = authors.length / 2;
  const scripts = authors.map(({ name }) => scriptIn(name));
  const isAgain =
    Number.isInteger(half) && half > 0 && scripts.every((script, i) => (script === scripts[0]) === i < half);
  if (isAgain) return authors.slice(0, half);
  return authors.filter(({ email, orcid, name }, i) =>
    authors
      .slice(0, i)
      .every(
        (one) =>
          scriptIn(one.name) === scriptIn(name) || !((email && one.email === email) || (orcid && one.orcid === orcid)),
      ),
  );
}

/** Declares which words of a byline are not among the authors, such as marks, and which several authors share. */
export function declareByline(
  imported: Imported,
  text: string,
  authors: readonly ImportedAuthor[],
  at: AuthorPlace,
): void {
  const said = authors.flatMap((author) => Object.values(author)).join(' ');
  const from = restOf(text, said);
  const to = restOf(said, text);
  if (from || to) imported.words.changes.push({ from, to, at, why: 'byline, parted into authors' });
  // Marks and “and” are nothing to tell; other words are.
  if (/\p{L}{4}|\d{3}/u.test(from))
    imported.doubts.push({
      rule: 'import-title',
      confidence: 0.3,
      at,
      words: firstWords(from),
      found: `Words of the byline that are of no author: “${firstWords(from)}”`,
      made: 'nothing',
      fix: 'Put them where they belong: affiliation, mail address, or the text.',
      level: 'warning',
    });
}

/** The words of a text that are not among others, each as often as it is there. */
function restOf(text: string, others: string): string {
  const known = wordsIn(others);
  return wordsIn(text)
    .filter((word) => {
      const at = known.indexOf(word);
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    })
    .join(' ');
}
