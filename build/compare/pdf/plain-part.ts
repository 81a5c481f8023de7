import { type PaintedPiece, startsNewLine } from '../../check/words/painted-texts.ts';
import type { ComparedBlock, ComparedPart, TextBlock } from '../model.ts';
import { TokenList } from '../text/tokens.ts';

/**
 * Reads the words of a PDF without tags, as they are painted page by page: what is smaller than the text is taken for
 * notes, and what stands at the same height of many pages for running heads. Sentences are its blocks.
 */
export function plainPart(pages: readonly PaintedPiece[][], labels: readonly string[]): ComparedPart {
  const usual = usualSize(pages);
  const running = runningLines(pages);
  const streams = { blocks: new TokenList(), notes: new TokenList() };
  const last: Partial<Record<'blocks' | 'notes', PaintedPiece>> = {};
  for (const [at, pieces] of pages.entries())
    for (const piece of pieces) {
      if (piece.text.trim() === '' || running.has(lineKey(piece)) || /^\s*\d+\s*$/.test(piece.text)) continue;
      const name = piece.from.size < usual * 0.92 ? 'notes' : 'blocks';
      const before = last[name];
      if (before && startsNewLine(before.to, piece.from) && !/[\u00ad\u2010-]\s*$/.test(before.text))
        streams[name].part();
      streams[name].add(piece.text.replaceAll('\u00ad', ''), { page: labels[at], looks: '' });
      last[name] = piece;
    }
  return {
    id: 'document',
    title: '',
    isArticle: false,
    facts: [],
    blocks: sentences(streams.blocks, 'paragraph'),
    notes: sentences(streams.notes, 'note') as TextBlock[],
    first: labels[0],
    last: labels[pages.length - 1],
  };
}

/** The size that most letters have. */
function usualSize(pages: readonly PaintedPiece[][]): number {
  const counts = new Map<number, number>();
  for (const { from, text } of pages.flat()) {
    const size = Math.round(from.size * 4) / 4;
    counts.set(size, (counts.get(size) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const lineKey = ({ text, from }: PaintedPiece): string => `${Math.round(from.y)} ${text.replace(/\d+/g, '#').trim()}`;

/** Lines that stand at the same height of three pages or more. */
function runningLines(pages: readonly PaintedPiece[][]): Set<string> {
  const counts = new Map<string, number>();
  for (const pieces of pages)
    for (const key of new Set(pieces.map(lineKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key));
}

function sentences({ tokens }: TokenList, kind: ComparedBlock['kind']): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  let open: TextBlock | undefined;
  for (const [at, token] of tokens.entries()) {
    if (!open) {
      open = { kind, tokens: [], calls: [] };
      blocks.push(open);
    }
    open.tokens.push(token);
    const next = tokens[at + 1]?.text ?? '';
    if (/[.!?…][)\]"”»’\d]*$/.test(token.text) && /^[\p{Lu}\p{N}"“«(]/u.test(next) && open.tokens.length > 3)
      open = undefined;
  }
  return blocks;
}
