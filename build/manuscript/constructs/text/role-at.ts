import type { InlineCode, PhrasingContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import { type SourceText, sourceText } from '../../../text/source-text.ts';

/** A role of MyST, `` {name}`content` ``: a text that ends with its name in braces, followed by code. */
export interface WrittenRole {
  text: Text;
  source: SourceText;
  /** The match of the name at the end of the text. */
  name: RegExpExecArray;
  code: InlineCode;
}

/** The role that begins in the child at an index, by the pattern of its name; undefined if it is none, or escaped. */
export function roleAt(
  children: readonly PhrasingContent[],
  index: number,
  pattern: RegExp,
  file: VFile,
): WrittenRole | undefined {
  const [text, code] = [children[index], children[index + 1]];
  if (text?.type !== 'text' || code?.type !== 'inlineCode') return undefined;
  const name = pattern.exec(text.value);
  if (!name) return undefined;
  const source = sourceText(text, file);
  return source.isEscaped(name.index) ? undefined : { text, source, name, code };
}
