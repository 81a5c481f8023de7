import type { ImportedComments } from '../../comments/import-comments.ts';
import type { PlacedComment } from '../../comments/place-comments.ts';
import type { PdfComments } from '../../comments/read-comments.ts';
import { kindNames, shortened, unfitNames } from '../../comments/say-comments.ts';
import { withoutControls } from '../../diagnostics/show.ts';
import { spoken } from '../spoken/spoken.ts';

/** Comments as an editor reads them: each at its line, with the words that it is about; answers to queries first. */
export function showComments(comments: readonly PlacedComment[], nameOf: (file: string) => string): string {
  const shown = comments.filter(({ query }) => !query || query.answers.length > 0);
  return shown.map((comment) => `${linesOf(comment, nameOf).join('\n')}\n\n`).join('');
}

function linesOf(comment: PlacedComment, nameOf: (file: string) => string): string[] {
  const { place, number, kind, covered, text, insert, replies, states, unfit, query } = comment;
  const where = place ? `${nameOf(place.file)}:${place.line}:${place.column}` : spoken('not placed');
  const what = query ? spoken('a query') : spoken(kindNames[kind]);
  const mark = query ? `[Q${/\d+/.exec(comment.name)?.[0] ?? ''}]` : `[${number}]`;
  const head = [withoutControls(where), mark, what, pageOf(comment)];
  const lines = [[...head, ...(comment.author && !query ? [comment.author] : [])].join(' · ')];
  const add = (line: string): void => {
    lines.push(...line.split('\n').map((one) => `    ${withoutControls(one)}`));
  };
  if (query) {
    add(query.text);
    for (const answer of query.answers) add(`→ ${answer.author ? `${answer.author}: ` : ''}${answer.text}`);
    return lines;
  }
  if (covered) add(aboutOf(covered, insert));
  if (text) add(text);
  for (const reply of replies) add(`→ ${reply.author ? `${reply.author}: ` : ''}${reply.text}`);
  for (const { state, author } of states.slice(-1))
    add(`${spoken(stateNames[state] ?? '')}${stateNames[state] ? '' : state}${author ? ` (${author})` : ''}`);
  if (unfit) add(`! ${spoken(unfitNames[unfit])}`);
  else if (place?.how === 'near') add(`! ${spoken('The text around it was changed since: it may stand elsewhere.')}`);
  else if (place?.how === 'gone') add(`! ${spoken('Its words were changed since: this is where they stood.')}`);
  if (!place) add(`! ${spoken('Nothing in the manuscripts is like the text around it: look at the page.')}`);
  return lines;
}

/** The folio of a comment’s page, and which of the PDF it is. */
function pageOf({ folio, page }: Pick<PlacedComment, 'folio' | 'page'>): string {
  const of = spoken(`page ${page} of the PDF`);
  return folio === '' ? of : `${withoutControls(folio)} (${of})`;
}

const stateNames: Readonly<Record<string, string>> = {
  Accepted: 'accepted',
  Rejected: 'rejected',
  Cancelled: 'cancelled',
  Completed: 'completed',
  Marked: 'ticked',
};

/** The words that a comment is about, and what comes in their place. */
function aboutOf({ words, before, after, isBeside }: NonNullable<PlacedComment['covered']>, insert?: string): string {
  if (words === '') return `…${ends(before, -24)} [+ ${insert ?? ''}] ${ends(after, 24)}…`;
  const quoted = `“${shortened(words)}”`;
  if (insert !== undefined) return `${quoted} → “${insert}”`;
  return isBeside ? `${spoken('beside')} ${quoted}` : quoted;
}

function ends(text: string, count: number): string {
  const signs = [...text];
  return (count < 0 ? signs.slice(count) : signs.slice(0, count)).join('');
}

/** Comments as `--json` prints them. Lines and columns count from 1. */
export function commentsJson({ comments }: ImportedComments, { pages, isCut }: PdfComments) {
  return {
    pages,
    isCut,
    comments: comments.map(({ covered, place, change, replacement: _, ...rest }) => ({
      ...rest,
      ...(covered ? { words: covered.words, isBeside: covered.isBeside } : {}),
      ...(place ?? {}),
      ...(change ? { change: { text: change.text, length: change.to - change.from } } : {}),
    })),
  };
}
