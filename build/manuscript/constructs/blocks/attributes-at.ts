import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import type { Place } from '../../../diagnostics/report.ts';

/** The place of a block’s attributes in the line that opens it; that of the block where they are elsewhere. */
export function attributesAt({ position }: ContainerDirective, file: VFile): Place | undefined {
  const { offset, line, column } = position?.start ?? {};
  if (offset === undefined || line === undefined || column === undefined) return position?.start;
  const [opening = ''] = String(file).slice(offset).split('\n', 1);
  const at = opening.search(/\{[^{}]*\}\s*$/);
  return at < 0 ? position?.start : { line, column: column + at, offset: offset + at };
}
