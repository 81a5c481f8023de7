import type { Article } from '../issue/model.ts';
import { queriesOf } from '../manuscript/queries/queries-of.ts';
import { isNameOfQuery, isQueryName, queryContents } from '../proof/query-name.ts';
import { lineAt, linesOfFile } from '../where/file-lines.ts';
import { changesWords, insertion, type SourceChange, strikeOut } from './change.ts';
import { type FoundLetters, findCovered } from './find-words.ts';
import { foldedLetters, manuscriptLetters, type OffsetLetters } from './manuscript-letters.ts';
import type { CommentReply, PdfComment } from './read-comments.ts';
import { placeBetween, rangeOfWords } from './source-range.ts';

/** The place of a comment in a manuscript; lines and columns from 1. */
export interface CommentPlace {
  file: string;
  line: number;
  column: number;
  how: FoundLetters['how'];
}

/** A comment with its place, and the change that it asks for. */
export interface PlacedComment extends PdfComment {
  place?: CommentPlace;
  change?: SourceChange;
  /** Of struck words with a remark: the change that puts the remark in their place. */
  replacement?: SourceChange;
  /** Why the change that it asks for cannot be made by a program. */
  unfit?: 'rejected' | 'gone' | 'unsure' | 'marks' | 'remark' | 'empty' | 'done';
  /** The query that it is, as the manuscript has it; its answers are the replies, and what was written into it. */
  query?: { text: string; answers: CommentReply[] };
}

/** An article that a page of the PDF may be from. */
export interface SearchedArticle {
  article: Pick<Article, 'body' | 'notes' | 'file'>;
  letters: OffsetLetters;
}

/** Opens an article to look for words of pages in it. */
export function searchedArticle(article: SearchedArticle['article']): SearchedArticle {
  return { article, letters: manuscriptLetters(article) };
}

/** Places a comment in the first of some articles that has its words, with most of the text around. */
export function placeComment(comment: PdfComment, articles: readonly SearchedArticle[]): PlacedComment {
  if (isQueryName(comment.name)) return placeQuery(comment, articles);
  const { covered } = comment;
  if (!covered) return comment;
  const found = articles
    .flatMap((searched) => {
      const at = findCovered(searched.letters, covered);
      return at ? [{ searched, at }] : [];
    })
    .sort((a, b) => rank[a.at.how] - rank[b.at.how] || b.at.weight - a.at.weight)[0];
  if (!found) return comment;
  const { searched, at } = found;
  const source = String(searched.article.file);
  const { offsets } = searched.letters;
  const range = covered.words === '' ? undefined : rangeOfWords(source, searched.letters, at, covered);
  const between = covered.words === '' ? placeBetween(source, searched.letters, at, covered) : undefined;
  const offset = range?.from ?? between ?? offsets[Math.min(at.from, offsets.length - 1)] ?? 0;
  const placed = { ...comment, place: placeOf(searched, offset, at.how) };
  if (!changesWords(comment)) return comment.kind === 'insertion' ? { ...placed, unfit: 'empty' } : placed;
  return { ...placed, ...changeFor(comment, searched, at, range, between) };
}

const rank: Record<FoundLetters['how'], number> = { exact: 0, near: 1, gone: 2 };

function placeOf({ article }: SearchedArticle, offset: number, how: CommentPlace['how']): CommentPlace {
  const lines = linesOfFile(String(article.file));
  const line = lineAt(lines, offset);
  return { file: article.file.path, line, column: offset - (lines.starts[line - 1] ?? 0) + 1, how };
}

/** The change that a comment asks for, or why there is none. */
function changeFor(
  { kind, insert = '', text, states, covered }: PdfComment,
  { article, letters }: SearchedArticle,
  at: FoundLetters,
  range: { from: number; to: number } | undefined,
  between: number | undefined,
): Pick<PlacedComment, 'change' | 'replacement' | 'unfit'> {
  const source = String(article.file);
  if (states.at(-1)?.state === 'Rejected') return { unfit: 'rejected' };
  if (at.how === 'gone') return { unfit: isDone(letters, at, insert, covered?.after ?? '') ? 'done' : 'gone' };
  if (kind === 'insertion') {
    const change = between === undefined ? undefined : insertion(source, between, insert);
    if (!change) return { unfit: 'marks' };
    if (source.slice(change.from).trimStart().startsWith(change.text.trim())) return { unfit: 'done' };
    return at.how === 'near' ? { unfit: 'unsure' } : { change };
  }
  if (at.how === 'near') return { unfit: 'unsure' };
  if (!range) return { unfit: 'marks' };
  const change = strikeOut(source, range, insert);
  if (kind === 'replacement' || text === '') return { change };
  // What is said of struck words may be what should stand in their place.
  return { change, replacement: strikeOut(source, range, text), unfit: 'remark' };
}

/** True if the new words stand where the old ones did, or nothing where nothing should stand. */
function isDone({ value }: OffsetLetters, { from }: FoundLetters, insert: string, after: string): boolean {
  const wanted = foldedLetters(insert) || foldedLetters(after).slice(0, 12);
  return wanted !== '' && value.startsWith(wanted, from);
}

/** Places an annotation that is a query, at the query in its manuscript, with what was answered. */
function placeQuery(comment: PdfComment, articles: readonly SearchedArticle[]): PlacedComment {
  for (const searched of articles) {
    const query = queriesOf(searched.article.file).find(({ text }) => isNameOfQuery(comment.name, text));
    if (!query) continue;
    const answers = [...comment.replies, ...writtenInto(comment, query.text)];
    return { ...comment, place: placeOf(searched, query.at.offset, 'exact'), query: { text: query.text, answers } };
  }
  return { ...comment, query: { text: comment.text.replace(/^\[Q\d+\] /, ''), answers: comment.replies } };
}

/** What a reader wrote into the query’s own text, instead of an answer to it. */
function writtenInto({ name, text }: PdfComment, query: string): CommentReply[] {
  const number = Number(/\d+/.exec(name)?.[0]);
  const [whole, bare] = [queryContents(number, query), query];
  if (text === whole || text === bare || text === '') return [];
  const rest = [whole, bare].find((one) => text.includes(one));
  const written = (rest ? text.replace(rest, '') : text).trim();
  return written ? [{ author: '', text: written }] : [];
}
