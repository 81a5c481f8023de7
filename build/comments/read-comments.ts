import type { PDFDict } from '@cantoo/pdf-lib';
import { walkPages } from '../pdf-reading/content/walk.ts';
import { readPageLabels } from '../pdf-reading/page-labels.ts';
import { collectSigns, type PageSign, textOfSigns } from '../pdf-reading/page-signs.ts';
import { readPdf } from '../pdf-reading/read-pdf.ts';
import { isQueryName } from '../proof/query-name.ts';
import { type CoveredWords, coveredWords } from './covered-words.ts';
import { type Annotation, readAnnotations } from './read-annotations.ts';

/** The purpose of a comment: it marks words, says something about them, or changes them. */
export type CommentKind =
  | 'highlight'
  | 'underline'
  | 'squiggly'
  | 'strike-out'
  | 'insertion'
  | 'replacement'
  | 'note'
  | 'text'
  | 'drawing'
  | 'stamp'
  | 'other';

/** An answer to a comment. */
export interface CommentReply {
  author: string;
  text: string;
}

/** A comment of an annotated PDF, as its reader left it. Plain data. */
export interface PdfComment {
  /** Counted in the file, from 1, in the order of its text; 0 for a query of ours. */
  number: number;
  kind: CommentKind;
  /** The page of the PDF, from 1, and its folio, if it has one. */
  page: number;
  folio: string;
  author: string;
  text: string;
  /** The name that its program gave it; of a query, that of `queryName`. */
  name: string;
  /** The words that it is about; undefined on a page without text. */
  covered: CoveredWords | undefined;
  /** Of an insertion and a replacement. */
  insert?: string;
  replies: CommentReply[];
  /** What readers decided of it: `Accepted`, `Rejected` … and who, the latest last. */
  states: { state: string; author: string }[];
}

/** The comments of a PDF. Plain data, so that another thread can make it. */
export interface PdfComments {
  comments: PdfComment[];
  /** The text of each page that has comments, to know the article by. */
  texts: Record<number, string>;
  pages: number;
  /** True if there are more comments than are read. */
  isCut: boolean;
}

/** Reads the comments of a PDF from any producer. Throws Unreadable. */
export async function readPdfComments(bytes: Uint8Array): Promise<PdfComments> {
  const pdf = await readPdf(bytes);
  const { annotations, isCut } = readAnnotations(pdf.pages);
  const numbers = new Set(annotations.map(({ page }) => page));
  const { pages, watcher } = collectSigns();
  walkPages(
    pdf.pages.filter(({ number }) => numbers.has(number)),
    [watcher],
  );
  const labels = readPageLabels(pdf.catalog, pdf.pages.length);
  const folioOf = (page: number) => (typeof labels === 'string' ? '' : (labels[page - 1] ?? ''));
  const comments = threadsOf(annotations)
    .map(
      ({ own, parts, replies, states }): PdfComment => ({
        number: 0,
        page: own.page,
        folio: folioOf(own.page),
        ...meaningOf(own, parts, pages.get(own.page) ?? []),
        name: own.name,
        replies: replies.map(({ author, text }) => ({ author, text })),
        states: states.map(({ state, author }) => ({ state, author })),
      }),
    )
    .sort((a, b) => a.page - b.page || (a.covered?.at ?? 0) - (b.covered?.at ?? 0));
  let count = 0;
  for (const comment of comments) if (!isQueryName(comment.name)) comment.number = ++count;
  const texts = [...pages].map(([page, signs]) => [page, textOfSigns(signs)] as const);
  return { comments, texts: Object.fromEntries(texts), pages: pdf.pages.length, isCut };
}

interface Thread {
  own: Annotation;
  parts: Annotation[];
  replies: Annotation[];
  states: Annotation[];
}

/** Annotations with those that answer them or are a part of them; down the pages. */
function threadsOf(annotations: readonly Annotation[]): Thread[] {
  const known = new Map<PDFDict, Annotation>(annotations.map((one) => [one.dict, one]));
  const threads = new Map<Annotation, Thread>();
  const headOf = (one: Annotation): Annotation => {
    const seen = new Set<Annotation>();
    let head = one;
    while (head.answers && !seen.has(head)) {
      seen.add(head);
      head = known.get(head.answers) ?? head;
      if (seen.has(head)) break;
    }
    // Some that answer one another in a circle have none.
    return head.answers && known.has(head.answers) ? one : head;
  };
  const heads = annotations.map(headOf);
  for (const [i, one] of annotations.entries())
    if (heads[i] === one) threads.set(one, { own: one, parts: [], replies: [], states: [] });
  for (const [i, one] of annotations.entries()) {
    const thread = threads.get(heads[i] as Annotation);
    if (!thread || thread.own === one) continue;
    if (one.isPart) thread.parts.push(one);
    else if (one.state && one.state !== 'None' && one.state !== 'Unmarked') thread.states.push(one);
    else if (one.text && !one.state) thread.replies.push(one);
  }
  return [...threads.values()].sort((a, b) => a.own.page - b.own.page || compareDown(a.own, b.own));
}

/** Down the page; those that stand in one line, from the left. */
function compareDown(a: Annotation, b: Annotation): number {
  const down = Math.round(b.rect[3]) - Math.round(a.rect[3]);
  return Math.abs(down) > 4 ? down : a.rect[0] - b.rect[0] || down;
}

const kinds: Readonly<Record<string, CommentKind>> = {
  Highlight: 'highlight',
  Underline: 'underline',
  Squiggly: 'squiggly',
  StrikeOut: 'strike-out',
  Redact: 'strike-out',
  Caret: 'insertion',
  Text: 'note',
  FreeText: 'text',
  Ink: 'drawing',
  Line: 'drawing',
  Square: 'drawing',
  Circle: 'drawing',
  Polygon: 'drawing',
  PolyLine: 'drawing',
  Stamp: 'stamp',
};

type Meaning = Pick<PdfComment, 'kind' | 'author' | 'text' | 'covered' | 'insert'>;

/**
 * The meaning of an annotation, with its parts. A replacement is struck words and a caret with the new ones, either of
 * which may be a part of the other.
 */
function meaningOf(own: Annotation, parts: readonly Annotation[], signs: readonly PageSign[]): Meaning {
  const all = [own, ...parts];
  const struck = all.find(({ subtype }) => subtype === 'StrikeOut' || subtype === 'Redact');
  const caret = all.find(({ subtype }) => subtype === 'Caret');
  const main = caret && struck ? struck : own;
  const covered = coveredWords(main, signs);
  const text = [...new Set(all.map((one) => one.text).filter(Boolean))].join('\n');
  const author = own.author || (all.find((one) => one.author)?.author ?? '');
  if (caret && struck && caret.text) return { kind: 'replacement', author, text: '', covered, insert: caret.text };
  if (caret && struck) return { kind: 'strike-out', author, text, covered };
  const kind = kinds[own.subtype] ?? 'other';
  if (kind === 'insertion') return { kind, author, text: '', covered, insert: own.text };
  // Some programs copy the words into the note of a mark.
  const isCopy = covered !== undefined && isSame(text, covered.words);
  return { kind, author, text: isCopy ? '' : text, covered };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase());
  return a !== '' && a === b;
}
