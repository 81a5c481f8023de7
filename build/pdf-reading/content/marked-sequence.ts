import type { PDFDict } from '@cantoo/pdf-lib';
import { dictAt, numberAt, textAt } from '../file/objects.ts';
import { stringBytes, textOfBytes } from '../file/strings.ts';
import { markedContentId, type Operation } from './content-stream.ts';

/** A marked-content sequence that is open (ISO 32000-1, 14.6). */
export interface MarkedSequence {
  /** `P`, `Artifact`, `Span` … */
  tag: string;
  /** Its number in the tags, and the key of its page’s or form’s row in the parent tree. */
  id?: number;
  row: number | undefined;
  /** The text that readers get in place of its glyphs. */
  actualText?: string;
  /** The language of its words. */
  lang?: string;
}

/** Reads the marked-content sequence that an operation BMC or BDC opens. */
export function readMarkedSequence(
  operation: Operation,
  resources: PDFDict | undefined,
  row: number | undefined,
): MarkedSequence {
  const [tag = '', properties = ''] = operation.operands;
  const mark: MarkedSequence = { tag: tag.slice(1), row };
  if (operation.operator === 'BMC') return mark;
  const named = properties[0] === '/' ? dictAt(dictAt(resources, 'Properties'), properties.slice(1)) : undefined;
  const id = named ? numberAt(named, 'MCID') : markedContentId(operation);
  const said = (key: 'ActualText' | 'Lang') => (named ? textAt(named, key) : writtenText(properties, key));
  const [actualText, lang] = [said('ActualText'), said('Lang')];
  if (id !== undefined) mark.id = id;
  if (actualText !== undefined) mark.actualText = actualText;
  if (lang !== undefined) mark.lang = lang;
  return mark;
}

const written = {
  ActualText: /\/ActualText\s*(<[\da-fA-F\s]*>|\((?:\\[\s\S]|[^\\()])*\))/,
  Lang: /\/Lang\s*(<[\da-fA-F\s]*>|\((?:\\[\s\S]|[^\\()])*\))/,
};

function writtenText(properties: string, key: keyof typeof written): string | undefined {
  const text = properties.includes(key) ? written[key].exec(properties)?.[1] : undefined;
  return text === undefined ? undefined : textOfBytes(stringBytes(text));
}
