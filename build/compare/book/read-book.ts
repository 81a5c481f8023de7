import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Element } from 'xast';
import { type Archive, type ArchiveDocument, elementsIn, resolvePath } from '../../check/epub/archive.ts';
import { wordsOf } from '../../check/epub/words.ts';
import type { PageRecord } from '../../record/schema.ts';
import { type ComparedBlock, type ComparedPart, type TextBlock, wordsOfTokens } from '../model.ts';
import { type BookPictures, blocksIn } from './article-blocks.ts';
import { articleFacts } from './article-facts.ts';
import { type BookReading, classNamesIn, textBlock, typeOf } from './inline-text.ts';

/**
 * Reads the parts of a book: its articles, and other documents with words of their own. Those of `same` are as they are
 * in the other book, and come without their words; of the rest, pages are taken from the record where there is one.
 */
export function partsOfBook(
  archive: Archive,
  record: PageRecord | undefined,
  same: ReadonlySet<string>,
): ComparedPart[] {
  const pictures = picturesOf(archive);
  const headings = headingsOf(archive);
  const read = archive.documents.filter((document) => document !== archive.nav && !isCover(document));
  return read.map((document) =>
    withRecord(
      same.has(document.path) ? unreadPart(document) : partOf(document, pictures(document.path), headings),
      record,
    ),
  );
}

/** The words of the headings that references may lead to: those of articles, and their titles. */
function headingsOf({ documents }: Archive): Map<string, string> {
  const headings = new Map<string, string>();
  for (const { tree } of documents)
    for (const element of elementsIn(tree)) {
      const { id } = element.attributes;
      if (id && /^h[1-6]$/.test(element.name)) headings.set(id, headingWords(element));
      const isArticle = element.name === 'section' && classNamesIn(element).includes('article');
      if (id && isArticle) headings.set(id, headingWords(elementsIn(element, 'h1')[0]));
    }
  return headings;
}

/** The words of a heading without the calls of notes. */
const headingWords = (heading: Element | undefined): string =>
  heading ? wordsOfTokens(textBlock('heading', [heading], { page: undefined }).tokens) : '';

/** A part by its name alone. */
function unreadPart({ path, text }: ArchiveDocument): ComparedPart {
  const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? '';
  const isArticle = /<section\b[^>]* class="article\b/.test(text);
  return { id: nameOf(path), title, isArticle, facts: [], blocks: [], notes: [] };
}

const nameOf = (path: string): string => posix.basename(path).replace(/\.x?html$/, '');

/** The cover repeats what stands elsewhere. */
const isCover = ({ path }: ArchiveDocument): boolean => /^cover\.x?html$/.test(posix.basename(path));

function picturesOf({ files }: Archive): (document: string) => BookPictures {
  const hashes = new Map<string, string>();
  return (document) => ({
    picture(src) {
      const path = resolvePath(document, src);
      const bytes = files.get(path);
      const hash = hashes.get(path) ?? (bytes ? createHash('sha256').update(bytes).digest('hex') : src);
      hashes.set(path, hash);
      return { hash, name: posix.basename(path) };
    },
  });
}

/** Reads a document of a book: an article of ours, or a chapter of any other. */
function partOf(
  { path, tree }: ArchiveDocument,
  pictures: BookPictures,
  headings: BookReading['headings'],
): ComparedPart {
  const body = elementsIn(tree, 'body')[0];
  const article = elementsIn(tree, 'section').find((one) => classNamesIn(one).includes('article'));
  const id = article?.attributes.id ?? nameOf(path);
  const reading: BookReading = { page: undefined, ...(headings ? { headings } : {}) };
  if (!article)
    return {
      id,
      title: wordsOf(elementsIn(tree, 'h1')[0]) || wordsOf(elementsIn(tree, 'title')[0]) || id,
      isArticle: false,
      facts: [],
      blocks: body ? withoutDerived(id, body, blocksIn(body, reading, pictures)) : [],
      notes: [],
    };
  // The mark of the first page stands before everything.
  for (const child of article.children)
    if (child.type === 'element' && typeOf(child) === 'pagebreak') textBlock('paragraph', [child], reading);
  const first = reading.page;
  const { opening, end } = articleFacts(article, reading);
  const text = article.children.find(
    (one): one is Element => one.type === 'element' && classNamesIn(one).includes('body'),
  );
  const blocks = text ? blocksIn(text, reading, pictures) : [];
  const last = reading.page;
  return {
    id,
    title: wordsOf(elementsIn(article, 'h1')[0]),
    isArticle: true,
    facts: [...opening, ...end],
    blocks,
    notes: notesOf(article, blocks, opening, reading),
    first,
    last,
  };
}

/** Titles and lines that the build makes of facts which are compared by themselves. */
function withoutDerived(id: string, body: Element, blocks: ComparedBlock[]): ComparedBlock[] {
  const derived = elementsIn(body)
    .filter((one) => classNamesIn(one).includes('number') && one.name === 'p')
    .map((one) => wordsOf(one));
  const isLine = (block: ComparedBlock, at: number) => id === 'colophon' && at === 1 && block.kind === 'paragraph';
  const folios = typeof body.attributes.class === 'string' ? [] : elementsIn(body, 'section').map(typeOf);
  return blocks
    .filter((block, at) => !isLine(block, at) && !derived.includes(block.tokens.map(({ text }) => text).join(' ')))
    .map((block) => (folios.includes('index') ? { ...block, kind: 'index' as const } : block));
}

/** The notes of an article: each stands on the page of its first call, unless the page record says otherwise. */
function notesOf(
  article: Element,
  blocks: readonly ComparedBlock[],
  facts: readonly TextBlock[],
  reading: BookReading,
): TextBlock[] {
  const pages = new Map<string, string | undefined>();
  for (const { calls, tokens, page } of [...facts, ...blocks])
    for (const { note, after } of calls)
      if (!pages.has(note)) pages.set(note, page ?? tokens[Math.min(after, tokens.length - 1)]?.page);
  const notes: TextBlock[] = [];
  for (const element of elementsIn(article)) {
    if (typeOf(element) !== 'footnote') continue;
    const { id } = element.attributes;
    const page = pages.get(id ?? '');
    const number = elementsIn(element, 'span').find((one) => classNamesIn(one).includes('number'));
    const label = /[^\s.)]+/.exec(wordsOf(number))?.[0];
    notes.push({
      ...textBlock('note', [element], { ...reading, page }),
      ...(id ? { id } : {}),
      page,
      ...(label ? { label } : {}),
    });
  }
  return notes;
}

/** A part with the pages that the record has for what has an id. */
function withRecord(part: ComparedPart, record: PageRecord | undefined): ComparedPart {
  if (!record) return part;
  const own = record.articles.find(({ id }) => id === part.id);
  for (const block of part.blocks) {
    const page = block.id === undefined ? undefined : record.ids[block.id];
    if (page && (block.kind === 'figure' || block.kind === 'table')) setPage(block, page);
  }
  const parts = new Map(record.notes.map(({ id, parts }) => [id, parts]));
  for (const note of part.notes) {
    const [page] = parts.get(note.id ?? '') ?? [];
    if (page) setPage(note, page);
  }
  return own ? { ...part, first: own.first, last: own.last } : part;
}

function setPage(block: ComparedBlock, page: string): void {
  block.page = page;
  // The rest of a note that runs on begins at a mark of its own page.
  for (const token of block.tokens) if (block.kind !== 'note' || token.page === undefined) token.page = page;
  if ('rows' in block) for (const cell of block.rows.flat()) for (const token of cell.tokens) token.page = page;
  if ('texts' in block) for (const { block: text } of block.texts) for (const token of text.tokens) token.page = page;
}
