import type { Speak } from '../../messages/speak.ts';
import type { EditionChange } from '../change.ts';
import type { Comparison } from '../compare.ts';
import { changeHead, changePlaces, wordsOfChange } from './shown-change.ts';
import { pageLines } from './shown-pages.ts';

/** A comparison as text for a terminal: what it found, the pages, then the changes, article by article. */
export function comparisonText(comparison: Comparison, speak: Speak): string {
  const { changes, pages, remarks, by } = comparison;
  const lines: string[] = remarks.map((remark) => speak(remark));
  const moved = changes.filter(({ kind }) => kind === 'moved');
  const others = changes.length - moved.length;
  lines.push(summaryOf(comparison, others, moved.length, speak));
  if (by === 'words')
    lines.push(speak('Compared by the words on the pages, for a PDF without tags has no notes or tables.'));
  if (pages) lines.push('', ...pageLines(pages, speak));
  const articles = [...new Set(changes.filter(({ kind }) => kind !== 'moved').map(({ article }) => article))];
  const tell = (change: EditionChange, indent: string) => {
    lines.push(`${indent}${changes.indexOf(change) + 1}. ${changeHead(change, speak)}`);
    for (const line of [changePlaces(change, speak), wordsOfChange(change)])
      if (line) lines.push(`${indent}   ${line}`);
  };
  for (const article of articles) {
    lines.push('', article || speak('The issue'));
    for (const change of changes) if (change.article === article && change.kind !== 'moved') tell(change, '  ');
  }
  if (moved.length > 0) {
    lines.push('', speak('Only moved (--no-moved leaves it out):'));
    for (const change of moved) {
      lines.push(`  ${changes.indexOf(change) + 1}. ${[change.article, changeHead(change, speak)].join(': ')}`);
      for (const line of [changePlaces(change, speak), wordsOfChange(change, 80)]) if (line) lines.push(`     ${line}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The result of a comparison, in a sentence. */
export function summaryOf({ pages }: Pick<Comparison, 'pages'>, changes: number, moved: number, speak: Speak): string {
  const isSame =
    changes === 0 && moved === 0 && (!pages || (pages.pages.length === 0 && pages.renumbered.length === 0));
  if (isSame) return speak('Nothing changed.');
  if (changes === 0 && moved === 0) return speak('No words changed.');
  const told = speak(`${changes} change${changes === 1 ? '' : 's'}`);
  return moved === 0 ? `${told}.` : `${told}; ${speak(`${moved} more only moved`)}.`;
}
