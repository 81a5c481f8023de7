import { markedContentId, type Operation } from '../../pdf-reading/content/content-stream.ts';

/** The index behind the next operation of a kind. */
export function indexAfter(
  operations: readonly Operation[],
  from: number,
  isIt: (operator: string) => boolean,
): number {
  for (let at = from; at < operations.length; at++) if (isIt((operations[at] as Operation).operator)) return at + 1;
  return operations.length;
}

/**
 * The tag of a list item’s label, if a text is one: it comes right before the first piece of the item, in the same
 * line.
 */
export function labelBefore(
  operations: readonly Operation[],
  from: number,
  markOf: (id: number) => { label: number | undefined } | undefined,
): number | undefined {
  const next = indexAfter(operations, from + 1, (operator) => /^(BDC|BT|q|Q|cm|Do)$/.test(operator)) - 1;
  const piece = operations[next] && markedContentId(operations[next]);
  const label = piece === undefined ? undefined : markOf(piece)?.label;
  if (label === undefined) return undefined;
  const [here, there] = [lineAt(operations, from), lineAt(operations, next)];
  return here && there && Math.abs(here.y - there.y) < there.size / 2 ? label : undefined;
}

/** The position of the next line of text, in its own space. */
function lineAt(operations: readonly Operation[], from: number): { y: number; size: number } | undefined {
  const font = operations[indexAfter(operations, from, (operator) => operator === 'Tf') - 1];
  const matrix = operations[indexAfter(operations, from, (operator) => operator === 'Tm') - 1];
  return matrix && font ? { y: Number(matrix.operands[5]), size: Number(font.operands[1]) } : undefined;
}
