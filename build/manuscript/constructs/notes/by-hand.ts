import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import type { Notice } from '../../../diagnostics/report.ts';
import { sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import { noteWords } from '../rules/read.ts';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Finds notes that were numbered by hand, as word processors leave them: paragraphs or a list at the end, `[2] Words`,
 * and the same numbers in the text, as `[2]`, `(2)`, `²`, `^2^` or `<sup>2</sup>`. They are only reported, because only
 * a person can tell a note from a year in brackets.
 */
export function findHandNotes(tree: Root, file: VFile): Notice[] {
  const heads = new Map<number, { at: Nodes; style: string }>();
  for (const node of [...tree.children].reverse()) {
    if (node.type === 'paragraph') {
      const found = headOf(textOf(node, { includeHtml: false }), node.children[0]?.type === 'html' ? node : undefined);
      if (found) heads.set(found.number, { at: node, style: found.style });
      else if (heads.size > 0 && heads.size >= 2) break;
    } else if (node.type === 'list' && node.ordered && heads.size === 0) {
      const { sign } = (node.children[0]?.data ?? {}) as { sign?: string };
      // A plain numbered list is a list, unless it is below a heading for notes.
      const above = tree.children[tree.children.indexOf(node) - 1];
      const isUnderNotes = above?.type === 'heading' && noteWords.test(textOf(above).trim());
      if (sign?.startsWith('(1') || isUnderNotes)
        for (const [i, item] of node.children.entries())
          heads.set((node.start ?? 1) + i, { at: item, style: sign ? 'round' : 'list' });
    }
  }
  if (heads.size === 0) return [];
  const first = Math.min(...[...heads.values()].map(({ at }) => at.position?.start.line ?? Infinity));
  const calls: { number: number; at: Notice['at']; written: string; style: string }[] = [];
  visit(tree, ['text', 'html'], (node, index, parent) => {
    if ((node.position?.start.line ?? 0) >= first || !('value' in node)) return;
    if (node.type === 'html') {
      const inner = parent?.children[(index ?? 0) + 1];
      if (/^<sup>$/i.test(node.value) && inner?.type === 'text' && /^[[(]?\d{1,3}[\])]?$/.test(inner.value))
        calls.push({
          number: Number(inner.value.replace(/\D/g, '')),
          at: node,
          written: `<sup>${inner.value}</sup>`,
          style: 'raised',
        });
      return;
    }
    if (node.type !== 'text') return;
    for (const match of node.value.matchAll(
      /\[(\d{1,3})\](?![(:])|(?<=\S)\^(\d{1,3})\^|(?<=\p{L}{3}|[\p{P}])([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?![\p{L}])|(?<=\S ?)\((\d{1,3})\)/gu,
    )) {
      const [written, bracket, caret, sup, round] = match;
      const number = sup
        ? Number([...sup].map((digit) => raised.indexOf(digit)).join(''))
        : Number(bracket ?? caret ?? round);
      const style = bracket ? 'bracket' : round ? 'round' : 'raised';
      calls.push({
        number,
        at: sourceText(node, file).positionOf(match.index, match.index + written.length),
        written,
        style,
      });
    }
  });
  // A number counts if it is used both in the text and at the end, in styles that go together.
  const matched = calls.filter(({ number, style }) => {
    const head = heads.get(number);
    return (
      head &&
      (head.style === style ||
        (head.style === 'list' && style !== 'round') ||
        (head.style === 'stop' && style !== 'round') ||
        head.style === 'raised' ||
        (style === 'raised' && head.style !== 'list'))
    );
  });
  const numbers = [...new Set(matched.map(({ number }) => number))];
  const isSure =
    numbers.length > 0 && numbers.length * 3 >= heads.size * 2 && (numbers.length > 1 || matched[0]?.style !== 'round');
  const [call] = matched;
  if (!isSure || !call) return [];
  return matched.map(({ at, written, number }) => ({
    kind: 'note',
    rule: 'note-by-hand',
    at,
    found: `A note numbered by hand: ${written} here, and its words on line ${heads.get(number)?.at.position?.start.line}`,
    expected: `[^${number}] in the text, and [^${number}]: before the words`,
    fix: `Write [^${number}] for ${written}, and put [^${number}]: before its words, instead of the number; so with all of them. For mere brackets write \\[.`,
  }));
}

function headOf(text: string, html: Nodes | undefined): { number: number; style: string } | undefined {
  const bracket = /^\s*\[(\d{1,3})\]:?\s*\S/.exec(text);
  if (bracket) return { number: Number(bracket[1]), style: 'bracket' };
  const round = /^\s*\((\d{1,3})\)\s+\S/.exec(text);
  if (round) return { number: Number(round[1]), style: 'round' };
  const sup = /^\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*\S/.exec(text);
  if (sup)
    return { number: Number([...(sup[1] ?? '')].map((digit) => raised.indexOf(digit)).join('')), style: 'raised' };
  const caret = /^\s*\^(\d{1,3})\^\s*\S/.exec(text);
  if (caret) return { number: Number(caret[1]), style: 'raised' };
  const plain = html && /^\s*(\d{1,3})\s*\S/.exec(text);
  return plain ? { number: Number(plain[1]), style: 'raised' } : undefined;
}
