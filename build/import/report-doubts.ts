import { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { rules } from '../diagnostics/rules.ts';
import type { AuthorPlace, Doubt } from './imported.ts';

/** Doubts as diagnostics on the author's file, of which they show lines; `decisions` is the file of decisions. */
export function reportDoubts(path: string, bytes: Uint8Array, doubts: readonly Doubt[], decisions: string): VFile {
  const hasLines = doubts.some(({ at }) => at.line !== undefined);
  const file = new VFile({ path, ...(hasLines ? { value: new TextDecoder().decode(bytes) } : {}) });
  for (const doubt of doubts) {
    const { rule, level, confidence, at, found, made, instead = [], fix } = doubt;
    const alike = kindOf(doubt);
    const choice = instead.length > 0 ? `If not, write is: ${instead.join(' or ')} in ${decisions}.` : '';
    const said = made ? `${found}: taken for ${made}, ${Math.round(confidence * 100)} % sure` : found;
    report(file, rule, {
      ...(at.line ? { at: { line: at.line, column: at.column ?? 1 } } : {}),
      found: at.line ? said : `${placeInWords(at)}: ${said}`,
      ...(fix || choice ? { fix: [fix, choice].filter(Boolean).join(' ') } : {}),
      ...(level ? { level } : {}),
      ...(alike === undefined ? {} : { alike }),
      ...(at.line ? {} : { where: placeInWords({ ...at, words: '' }) }),
    });
  }
  return file;
}

/** Doubts as they are shown: the first of each kind, and the others. */
export function doubtsByKind(doubts: readonly Doubt[]): { doubt: Doubt; others: Doubt[] }[] {
  const kinds = new Map<string | Doubt, { doubt: Doubt; others: Doubt[] }>();
  for (const doubt of doubts) {
    const kind = kindOf(doubt) ?? doubt;
    const first = kinds.get(kind);
    if (first) first.others.push(doubt);
    else kinds.set(kind, { doubt, others: [] });
  }
  return [...kinds.values()];
}

/**
 * The kind of a doubt, all of which are one line of a report: infos whatever their words, warnings of the same words.
 * Undefined for an error, which stands for itself.
 */
function kindOf({ rule, level = rules[rule].level, found, made, fix, words }: Doubt): string | undefined {
  if (level === 'error') return undefined;
  if (level === 'warning') return [rule, level, found, made, fix].join(' ');
  return `${rule} ${level} ${words === '' ? found : found.replaceAll(words, '…')}`;
}

/** A place of a file without lines, as an author finds it: `paragraph 17 “The first words …”`. */
export function placeInWords({ line, paragraph, part, words }: AuthorPlace): string {
  const where = line ? `line ${line}` : paragraph ? `paragraph ${paragraph}` : '';
  const place = part && where ? `${part}, ${where}` : (part ?? where);
  if (!words) return place;
  return place ? `${place} “${words}”` : `“${words}”`;
}
