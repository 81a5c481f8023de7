import type { PDFDict } from '@cantoo/pdf-lib';
import { markedContentId, type Operation } from '../../pdf/content-stream.ts';
import { dictAt, numberAt, textAt } from './objects.ts';
import { stringBytes, textOfBytes } from './strings.ts';

/** A piece of marked content that is open (ISO 32000-1, 14.6). */
export interface Mark {
  /** `P`, `Artifact`, `Span` … */
  tag: string;
  /** Its number in the tags, and the key of its page’s or form’s row in the parent tree. */
  id?: number;
  row: number | undefined;
  /** What stands for its glyphs to whoever reads. */
  actualText?: string;
}

/** The mark that BMC or BDC begins. */
export function readMark(operation: Operation, resources: PDFDict | undefined, row: number | undefined): Mark {
  const [tag = '', properties = ''] = operation.operands;
  const mark: Mark = { tag: tag.slice(1), row };
  if (operation.operator === 'BMC') return mark;
  const named = properties[0] === '/' ? dictAt(dictAt(resources, 'Properties'), properties.slice(1)) : undefined;
  const id = named ? numberAt(named, 'MCID') : markedContentId(operation);
  const actualText = named ? textAt(named, 'ActualText') : writtenText(properties);
  if (id !== undefined) mark.id = id;
  if (actualText !== undefined) mark.actualText = actualText;
  return mark;
}

function writtenText(properties: string): string | undefined {
  const written = /\/ActualText\s*(<[\da-fA-F\s]*>|\((?:\\[\s\S]|[^\\()])*\))/.exec(properties)?.[1];
  return written === undefined ? undefined : textOfBytes(stringBytes(written));
}
