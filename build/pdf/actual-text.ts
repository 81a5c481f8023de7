import type { Operation } from '../pdf-reading/content/content-stream.ts';
import { stringBytes, textOfBytes } from '../pdf-reading/file/strings.ts';

/**
 * The text that replaces the glyphs of a marked content for readers (ISO 32000-1, 14.9.4), if its properties are
 * written in place and contain one.
 */
export function actualTextOf({ operator, operands }: Operation): string | undefined {
  const text = operator === 'BDC' ? written.exec(operands[1] ?? '')?.[1] : undefined;
  return text === undefined ? undefined : textOfBytes(stringBytes(text));
}

/** Begins a marked content with a changed text. */
export function withActualText(operation: Operation, change: (text: string) => string): Operation {
  const [tag = '', properties = ''] = operation.operands;
  const text = change(actualTextOf(operation) ?? '');
  return { operator: 'BDC', operands: [tag, properties.replace(written, () => `/ActualText${textString(text)}`)] };
}

/** Writes a text for a content stream: UTF-16 with its byte order mark. */
function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

const written = /\/ActualText\s*(<[\da-fA-F\s]*>|\((?:\\[\s\S]|[^\\()])*\))/;
