import type { ElementContent, Root } from 'hast';
import { report } from '../diagnostics/report.ts';
import type { Article, Issue } from '../issue/model.ts';
import { noteLabel } from '../issue/note-label.ts';
import { placeIn } from '../issue/places.ts';
import { folioText } from '../record/folio-text.ts';
import { normalizedText } from '../words/normalized-text.ts';
import { reinsertPieces } from '../words/reinsert-pieces.ts';
import { placeOfCharacter, treeText } from '../words/tree-text.ts';
import type { Survey } from './in-page/survey.ts';

/** The remedies for what goes beyond an edge. */
const remedies: Record<Survey['over'][number]['kind'], string> = {
  picture: 'Give the picture a width behind it, such as {width=40mm}.',
  formula: 'Break it into lines, \\begin{aligned} … \\\\ … \\end{aligned}, or display it between $$ and $$.',
  table: 'Take columns out of the table, or divide its rows.',
  code: 'Break the longest lines of the code, or divide it.',
  text: 'Shorten what stands there, or have the style set it smaller.',
};

/**
 * Proves on the composed pages that the words of each article and each note are those of its tree, once and in order;
 * that every note begins on the page of its first call; that every reference has the folio of its target, by `folios`;
 * and that nothing goes beyond its place. Faults are reported in the manuscripts.
 */
export function provePages(issue: Issue, survey: Survey, folios: ReadonlyMap<string, string>): void {
  const texts = new Map<string, string[]>();
  for (const { kind, id, text } of survey.texts)
    texts.set(`${kind} ${id}`, [...(texts.get(`${kind} ${id}`) ?? []), normalizedText(text).characters]);
  const signsOf = (kind: string, id: string) => texts.get(`${kind} ${id}`) ?? [];
  const begins = new Map(survey.notes.map(({ id, pages }) => [id, pages[0]]));
  const calls = new Map(survey.calls.toReversed().map((call) => [call.id, call]));
  for (const article of issue.articles) {
    const wanted = treeText(article.body, noFolios).characters;
    const found = reinsertPieces(wanted, signsOf('body', article.id).join(''), signsOf('float', article.id));
    if (found !== wanted) reportLoss(article, article.body, found, 'The text');
    for (const note of article.notes) {
      const { id, body } = note;
      const text = signsOf('note', id).join('');
      const label = noteLabel(note);
      const rest = text.startsWith(label) ? text.slice(label.length) : text;
      if (rest !== treeText(body, noFolios).characters || rest === text)
        reportLoss(article, body, rest, `Note ${label}`);
    }
    proveNotes(article, begins, calls);
  }
  proveFolios(issue, survey, folios);
  for (const { page, kind, what, by, block } of farthest(survey.over)) {
    const place = placeIn(issue, block);
    const file = place?.file ?? issue.files[0];
    if (!file) continue;
    report(file, 'page-holds', {
      at: place?.at,
      found: `On page ${page} of the PDF ${what}, by ${(by * 0.75).toFixed(1)} pt`,
      expected: 'everything within its column',
      fix: remedies[kind],
    });
  }
}

/** Of what goes beyond its place, that which goes farthest of each kind, block and page: a formula has many pieces. */
function farthest(over: Survey['over']): Survey['over'] {
  const most = new Map<string, Survey['over'][number]>();
  for (const one of over) {
    const key = `${one.page} ${one.kind} ${one.block}`;
    if (one.by > (most.get(key)?.by ?? 0)) most.set(key, one);
  }
  return [...most.values()];
}

/** Leaves folios out of both texts: they are proved separately. */
const noFolios = {};

/** Proves that every place for a folio has that of its target. One that leads nowhere must be unfilled. */
function proveFolios(issue: Issue, { folios: places }: Survey, folios: ReadonlyMap<string, string>): void {
  const reported = new Set<string>();
  for (const { page, target, to, text, block } of places) {
    const folio = folioText(target, to, (id) => folios.get(id));
    const key = `${block} ${target} ${to}`;
    if (text === folio || reported.has(key)) continue;
    reported.add(key);
    const place = placeIn(issue, block);
    const file = place?.file ?? issue.files[0];
    if (!file) continue;
    report(file, 'folios-settled', {
      at: place?.at,
      found: `On page ${page} of the PDF a reference says page “${text}”`,
      expected: folio === undefined ? 'the page of something in the issue' : `“${folio}”`,
      fix: 'Write the number of the page out, or put one “p. ?” into each link; and please report it with the manuscript.',
      level: 'error',
    });
  }
}

function proveNotes(
  article: Article,
  begins: ReadonlyMap<string, number | undefined>,
  calls: ReadonlyMap<string, Survey['calls'][number]>,
): void {
  for (const note of article.notes) {
    const call = calls.get(note.calls[0] ?? '');
    const page = begins.get(note.id);
    if (call && page === call.page) continue;
    report(article.file, 'note-on-page', {
      found: `Note ${noteLabel(note)} begins on ${page === undefined ? 'no page' : `page ${page} of the PDF`}, its call is on ${call ? `page ${call.page}` : 'none'}`,
      expected: 'both on one page',
      // A page that cannot hold the float in which the note is called is reported, too.
      ...(call?.floats ? { level: 'warning' as const } : {}),
    });
  }
}

function reportLoss(article: Article, tree: Root | readonly ElementContent[], found: string, what: string): void {
  const wanted = treeText(tree, noFolios);
  const { characters } = wanted;
  let at = 0;
  while (at < characters.length && characters[at] === found[at]) at++;
  report(article.file, 'words-kept', {
    at: placeOfCharacter(wanted, at),
    found: `${what} differs on the pages: “${found.slice(Math.max(0, at - 20), at + 30)}”`,
    expected: `“${characters.slice(Math.max(0, at - 20), at + 30)}”`,
    fix: 'This is a fault of Offprint; please report it with the manuscript.',
  });
}
