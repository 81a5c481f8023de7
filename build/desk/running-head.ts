import type { SetPages } from '../editions/set-pages.ts';
import { headsOf, headsOfSides, maxHeadLetters } from '../galley/running-heads.ts';
import { termsFor } from '../theme/terms.ts';

/** The running head of a page: the text that it is made of, and the file that has it. */
export function runningHeadOf(
  { context: { issue, theme }, record, style }: SetPages,
  page: number,
): { text: string; path: string } | undefined {
  const of = record.pages[page - 1]?.of;
  const article = issue.articles.find(({ id }) => id === of);
  if (!article || record.articles.find(({ id }) => id === of)?.firstIndex === page) return undefined;
  const which = headsOfSides(style.css)[page % 2 === 1 ? 'right' : 'left'];
  const words = termsFor(theme.terms, issue.journal.lang);
  const text = headsOf(issue, article, words, maxHeadLetters(style.css))[which];
  if (which === 'journal') return { text: issue.journal.title, path: 'manuscripts/journal.yaml' };
  return { text, path: which === 'section' ? `manuscripts/${issue.folder}/issue.yaml` : article.file.path };
}
