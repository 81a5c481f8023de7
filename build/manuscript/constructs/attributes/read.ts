import type { PhrasingContent } from 'mdast';
import type { VFile } from 'vfile';
import { sourceText } from '../../../text/source-text.ts';

/**
 * Attributes as written in braces after a span, an image, a heading or a caption: `{#id .class key=value}`, in kramdown
 * `{: #id .class}`.
 */
export interface Attributes {
  id?: string;
  classes: string[];
  values: Record<string, string>;
  /** Length of the source, braces included. */
  length: number;
}

/** Reads attributes at the beginning of a text; undefined if it does not begin with a well-formed `{…}`. */
export function readAttributes(text: string): Attributes | undefined {
  if (text[0] !== '{') return undefined;
  const first = text.startsWith('{:') ? 2 : 1;
  const attributes: Attributes = { classes: [], values: {}, length: first };
  for (let match = itemAt(text, first); match; match = itemAt(text, attributes.length)) {
    const [whole, id, name, minus, key, quoted, single, bare] = match;
    if (id) attributes.id = asId(id);
    else if (minus) attributes.classes.push('unnumbered');
    else if (name) attributes.classes.push(name);
    else if (key) attributes.values[key] = quoted ?? single ?? bare ?? '';
    attributes.length += whole.length;
  }
  const end = /^\s*\}/.exec(text.slice(attributes.length));
  if (!end || attributes.length === first) return undefined;
  attributes.length += end[0].length;
  return attributes;
}

/** Takes attributes off the end of a heading or a caption: `Words {#id}`. */
export function takeTrailingAttributes(children: PhrasingContent[], file: VFile): Attributes | undefined {
  const last = children.at(-1);
  if (last?.type !== 'text') return undefined;
  const from = last.value.lastIndexOf('{');
  const attributes = from < 0 ? undefined : readAttributes(last.value.slice(from));
  if (!attributes || last.value.slice(from + attributes.length).trim() !== '') return undefined;
  const source = sourceText(last, file);
  if (source.isEscaped(from)) return undefined;
  const kept = last.value.slice(0, from).trimEnd().length;
  if (kept > 0) children[children.length - 1] = source.slice(0, kept);
  else children.pop();
  return attributes;
}

function itemAt(text: string, index: number): RegExpExecArray | null {
  item.lastIndex = index;
  return item.exec(text);
}

/**
 * An id in the form that editions can have. Pandoc, Quarto and MyST separate kind and name by a colon or a full stop,
 * `fig:map`.
 */
export function asId(written: string): string {
  return written.replace(/[:.]/g, '-');
}

/** `#id`, `.class`, `-` or `key=value`, up to a space or the closing brace. */
const item =
  /\s*(?:#([^\s{}#="']+)|\.([A-Za-z][\w-]*)|(-)|([A-Za-z][\w-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+)))(?=[\s}])/y;
