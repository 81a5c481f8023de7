import type { Operation } from '../pdf-reading/content/content-stream.ts';
import { stringBytes, textOfBytes } from '../pdf-reading/file/strings.ts';

/** The text that stands for the glyphs of a marked content to whoever reads it (ISO 32000-1, 14.9.4), where its properties are written in place and have one. */
export function actualTextOf({ operator, operands }: Operation): string | undefined {
  const text = operator === 'BDC' ? written.exec(operands[1] ?? '')?.[1] : undefined;
  return text === undefined ? undefined : textOfBytes(stringBytes(text));
}

/** The beginning of a marked content with another text than it has. */
export function withActualText(operation: Operation, change: (text: string) => string): Operation {
  const [tag = '', properties = ''] = operation.operands;
  const text = change(actualTextOf(operation) ?? '');
  return { operator: 'BDC', operands: [tag, properties.replace(written, () => `/ActualText${textString(text)}`)] };
}

/** The beginning of a stretch of marked content for which a text stands. */
export function saying(text: string): Operation {
  return { operator: 'BDC', operands: ['/Span', `<</ActualText${textString(text)}>>`] };
}

/** A text as it is written in a content stream: UTF-16 with its mark. */
function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

const written = /\/ActualText\s*(<[\da-fA-F\s]*>|\((?:\\[\s\S]|[^\\()])*\))/;
