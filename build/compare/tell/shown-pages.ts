import type { Speak } from '../../messages/speak.ts';
import type { PageReport, PagesReport } from '../page-report.ts';

/** Lines that say which pages changed, and why; pages side by side with the same reason are one line. */
export function pageLines({ counts, pages, renumbered }: PagesReport, speak: Speak): string[] {
  const [, count] = counts;
  const changed = pages.filter(({ what }) => what !== 'removed').length;
  if (pages.length === 0 && renumbered.length === 0) return [speak('No page changed.')];
  const lines = [
    changed === count && changed > 1
      ? speak(`All ${count} pages changed:`)
      : speak(`${changed} of ${count} page${count === 1 ? '' : 's'} changed:`),
  ];
  const groups: { pages: PageReport[]; reason: string }[] = [];
  for (const page of pages) {
    const reason = reasonOf(page, speak);
    const last = groups.at(-1);
    if (last?.reason === reason && page.changes.length === 0 && isNext(last.pages.at(-1), page)) last.pages.push(page);
    else groups.push({ pages: [page], reason });
  }
  for (const group of groups) lines.push(`  ${span(group.pages)}: ${group.reason}`);
  for (const [before, after] of renumbered) lines.push(`  ${speak(`${before} is now ${after}`)}`);
  return lines;
}

const causes: Readonly<Record<Exclude<PageReport['cause'], 'changes'>, string>> = {
  'moved words': 'other words: some moved from or to a page beside it',
  'other numbers': 'the same words, with other numbers of pages, notes or figures in them',
  'set otherwise': 'the same words, set otherwise',
  'other picture': 'another picture; it has no words',
};

export function reasonOf({ what, cause, changes }: PageReport, speak: Speak): string {
  const numbers = changes.length > 0 ? changes.join(', ') : '';
  const [first] = changes;
  const isOne = changes.length === 1;
  if (what === 'added' && numbers) return speak(isOne ? `new, with change ${first}` : `new, with changes ${numbers}`);
  if (what === 'removed' && numbers)
    return speak(isOne ? `gone, with change ${first}` : `gone, with changes ${numbers}`);
  if (what !== 'changed') return speak(what === 'added' ? 'new' : 'gone');
  if (numbers) return speak(isOne ? `change ${first}` : `changes ${numbers}`);
  return speak(causes[cause === 'changes' ? 'set otherwise' : cause]);
}

function isNext(one: PageReport | undefined, other: PageReport): boolean {
  return (
    one !== undefined && one.what === other.what && (one.after ?? one.before ?? 0) + 1 === (other.after ?? other.before)
  );
}

const nameOf = ({ names }: PageReport): string => names.after ?? names.before ?? '';

function span(pages: readonly PageReport[]): string {
  const [first, last] = [pages[0], pages.at(-1)].map((page) => (page ? nameOf(page) : ''));
  return first === last ? `${first}` : `${first}–${last}`;
}
