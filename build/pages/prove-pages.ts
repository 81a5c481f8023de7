import type { ElementContent, Root } from 'hast';
import { report } from '../diagnostics/report.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { Survey } from './in-page/survey.ts';
import { placeIn } from './source-place.ts';

/** What helps against what stands over an edge. */
const remedies: Record<Survey['over'][number]['kind'], string> = {
  picture: 'Give the picture a width behind it, such as {width=40mm}.',
  table: 'Take columns out of the table, or divide its rows.',
  code: 'Break the longest lines of the code, or divide it.',
  text: 'Shorten what stands there, or have the style set it smaller.',
};

/**
 * Proves on the composed pages that the words of each article and each note are those of its tree, in order; that every note begins on the page of its
 * first call; and that nothing goes beyond its place. What fails is reported in the manuscript.
 */
export function provePages(issue: Issue, survey: Survey): void {
  const texts = new Map(survey.texts.map(({ kind, id, text }) => [`${kind} ${id}`, normal(text)]));
  const floats = survey.texts.filter(({ kind }) => kind === 'float').map(({ text }) => normal(text));
  for (const article of issue.articles) {
    proveBody(article, texts.get(`body ${article.id}`) ?? '', floats);
    for (const note of article.notes) {
      const found = texts.get(`note ${note.id}`) ?? '';
      const wanted = normal(`${note.number} ${textOf(note.body)}`);
      if (compact(found) !== compact(wanted)) reportLoss(article, note.body, wanted, found, `Note ${note.number}`);
    }
    proveNotes(article, survey);
  }
  for (const { page, kind, what, by, block } of survey.over) {
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

/** The text of an article stands in its columns and in its floats: what is missing from the columns must be in a float, whole. */
function proveBody(article: Article, columns: string, floats: readonly string[]): void {
  const wanted = compact(normal(textOf(article.body)));
  let found = compact(columns);
  if (wanted === found) return;
  // Put back, each where the text of the tree has it.
  let at = 0;
  let whole = '';
  const left = floats.map(compact).filter((float) => float !== '');
  while (at < wanted.length) {
    const same = sharedLength(wanted, at, found);
    whole += found.slice(0, same);
    found = found.slice(same);
    at += same;
    if (at === wanted.length) break;
    // A float may begin like the text that follows it: so the longest step back that lets one in.
    const back = stepBack(wanted, at, left, same);
    if (back === undefined) {
      reportLoss(article, article.body, wanted, whole + found, 'The text');
      return;
    }
    found = whole.slice(whole.length - back.steps) + found;
    whole = whole.slice(0, whole.length - back.steps) + left[back.float];
    at = at - back.steps + (left[back.float]?.length ?? 0);
    left.splice(back.float, 1);
  }
  if (found !== '') reportLoss(article, article.body, wanted, whole + found, 'The text');
}

function stepBack(
  wanted: string,
  at: number,
  floats: readonly string[],
  most: number,
): { steps: number; float: number } | undefined {
  for (let steps = 0; steps <= most; steps++) {
    const float = floats.findIndex((text) => wanted.startsWith(text, at - steps));
    if (float >= 0) return { steps, float };
  }
  return undefined;
}

function sharedLength(wanted: string, at: number, found: string): number {
  let length = 0;
  while (length < found.length && wanted[at + length] === found[length]) length++;
  return length;
}

function proveNotes(article: Article, survey: Survey): void {
  const begins = new Map(survey.notes.map(({ id, pages }) => [id, pages[0]]));
  for (const note of article.notes) {
    const call = survey.calls.find(({ id }) => id === note.calls[0]);
    const page = begins.get(note.id);
    if (call && page === call.page) continue;
    report(article.file, 'note-on-page', {
      found: `Note ${note.number} begins on ${page === undefined ? 'no page' : `page ${page} of the PDF`}, its call is on ${call ? `page ${call.page}` : 'none'}`,
      expected: 'both on one page',
      // Where a page cannot hold what the note is called in, that is said, too.
      ...(call?.floats ? { level: 'warning' as const } : {}),
    });
  }
}

function reportLoss(
  article: Article,
  tree: Root | readonly ElementContent[],
  wanted: string,
  found: string,
  what: string,
): void {
  const a = compact(wanted);
  const b = compact(found);
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const place = positionAt(tree, at);
  report(article.file, 'words-kept', {
    at: place,
    found: `${what} differs on the pages: “${b.slice(Math.max(0, at - 20), at + 30)}”`,
    expected: `“${a.slice(Math.max(0, at - 20), at + 30)}”`,
    fix: 'This is a fault of Offprint; please report it with the manuscript.',
  });
}

/** The position of the text that has so many letters before it. */
function positionAt(tree: Root | readonly ElementContent[], letters: number): ElementContent['position'] {
  let left = letters;
  let found: ElementContent['position'];
  const visit = (node: ElementContent, around: ElementContent['position']): boolean => {
    const position = node.position ?? around;
    if (node.type === 'text') {
      const length = compact(node.value).length;
      if (left < length) {
        found = position;
        return true;
      }
      left -= length;
    }
    return node.type === 'element' && node.children.some((child) => visit(child, position));
  };
  const children = 'children' in tree ? (tree.children as ElementContent[]) : tree;
  children.some((node) => visit(node, undefined));
  return found;
}

/** The text of a tree, without the folios that are filled in on the page. */
function textOf(tree: Root | readonly ElementContent[]): string {
  const children = 'children' in tree ? (tree.children as ElementContent[]) : tree;
  return children.map((node) => textIn(node, false)).join('');
}

function textIn(node: ElementContent, reference: boolean): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const names = (node.properties.className as string[] | undefined) ?? [];
  if (reference && names.includes('folio')) return '';
  return node.children.map((child) => textIn(child, reference || names.includes('page-reference'))).join('');
}

function normal(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}

/** Letters alone: white is no word, and the page has its own between blocks. */
function compact(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/\s+/g, '');
}
