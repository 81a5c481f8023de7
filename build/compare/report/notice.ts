import type { Speak } from '../../messages/speak.ts';
import type { EditionChange } from '../change.ts';
import type { Comparison } from '../compare.ts';
import { openSides } from './places-on-pages.ts';

/**
 * Lists the corrections of a published issue, as Markdown for its correction notice: what is to be read in place of
 * what, by page, column and line of the published pages. What only moved, or is only set otherwise, is left out.
 */
export async function correctionNotice(comparison: Comparison, speak: Speak): Promise<string> {
  // Lines are looked up on the pages.
  const { before } = await openSides(comparison);
  const { changes, pages, remarks } = comparison;
  const columns = new Set(changes.map(({ places }) => places.before.column)).has(2);
  const corrections = changes.filter(({ kind }) => kind !== 'moved' && kind !== 'typography');
  const lines = [`# ${speak('Corrections')}`, ''];
  for (const remark of remarks) lines.push(`<!-- ${speak(remark)} -->`, '');
  if (pages && pages.pages.length > 0) {
    const names = pages.pages.flatMap(({ names }) => names.before ?? []);
    lines.push(speak(`Pages that change: ${names.join(', ')}.`), '');
  }
  let article: string | undefined;
  for (const change of corrections) {
    if (change.article !== article) {
      article = change.article;
      lines.push(...(lines.at(-1) === '' ? [] : ['']), `## ${article ? escaped(article) : speak('The issue')}`, '');
    }
    lines.push(
      `- ${[whereOf(change, columns && before !== undefined, speak), readingOf(change, speak)].filter(Boolean).join(': ')}`,
    );
  }
  if (corrections.length === 0) lines.push(speak('There is nothing to correct.'));
  return `${lines.join('\n')}\n`;
}

/** `On p. 12, left column, line 3, note 4`. */
function whereOf({ places, name, kind }: EditionChange, hasColumns: boolean, speak: Speak): string {
  const { page, line, column } = places.before;
  const parts = [
    page === undefined ? '' : speak(`On p. ${page}`),
    hasColumns && column ? speak(column === 1 ? 'left column' : 'right column') : '',
    line === undefined || kind === 'metadata' ? '' : speak(`line ${line}`),
    name ? speak(name) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function readingOf({ what, kind, before, after, around, remark }: EditionChange, speak: Speak): string {
  const [lead, trail] = around;
  if (kind === 'order') {
    if (what === 'moved') return speak(`the article is now number ${after} of the issue, and was number ${before}`);
    return speak(what === 'added' ? 'the article is new' : 'the article is gone');
  }
  if (what === 'moved') return quoting(speak(`now stands behind “${first}”`), lead);
  if (what === 'added') {
    if (lead) return quoting(speak(`after “${first}” insert “${second}”`), lead, after);
    if (trail) return quoting(speak(`before “${first}” insert “${second}”`), trail, after);
    return quoting(speak(`insert “${first}”`), after);
  }
  if (what === 'removed') return quoting(speak(`delete “${first}”`), before);
  if (before === after) return remark ? speak(remark) : '';
  return quoting(speak(`for “${first}” read “${second}”`), before, after);
}

/** Signs in the places of words of the issue, which are not translated with what is said of them. */
const first: string = '\ue000';
const second: string = '\ue001';

/** A sentence with the words of the issue in their places. */
function quoting(sentence: string, ...quotes: readonly string[]): string {
  return sentence.replace(/[\ue000\ue001]/g, (sign) => escaped(quotes[sign === first ? 0 : 1] ?? ''));
}

/** Signs that Markdown would read are kept as they are. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');
