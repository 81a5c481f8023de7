import { isDivided } from './lines.ts';
import { pageFacts } from './page-facts.ts';
import { isText, type Typeset, type TypesetPage } from './typeset-pages.ts';

/** A line for each page: where a typographer would look. */
export function tellPages(typeset: Typeset): string {
  return typeset.articles
    .flat()
    .map((page) => `  ${lineOf(typeset, page)}\n`)
    .join('');
}

function lineOf(typeset: Typeset, page: TypesetPage): string {
  const { whites, uneven } = pageFacts({ ...typeset, articles: [[page]] });
  const lasts = page.columns.map(({ lines }) => lines.filter(isText).at(-1)?.text ?? '');
  const counts = page.columns.map(({ lines }) => lines.filter(isText).length);
  return [
    `${page.folio} (${page.number} in the file)`.padEnd(22),
    whites.length > 0 ? `white ${whites.map((white) => white.toFixed(1)).join(', ')} pt` : '',
    ...uneven.map((by) => `feet ${by.toFixed(1)} pt apart`),
    ...lasts.filter(isDivided).map((text) => `divided “… ${text.slice(-16)}”`),
    page.ends ? `ends with ${counts.join(', ')} lines` : '',
  ]
    .filter((part) => part !== '')
    .join('  ');
}
