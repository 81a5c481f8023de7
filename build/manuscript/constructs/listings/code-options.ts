import type { Code } from 'mdast';
import { readAttributes } from '../attributes/read.ts';
import { cellOf, infoOf } from '../code/cell.ts';

/** The id and the caption that a block of code says of itself. */
export interface CodeOptions {
  id?: string | undefined;
  caption?: string | undefined;
}

/**
 * Takes what a block of code says of itself: attributes behind its fence, `{#lst-x .python caption="…"}`, options of
 * Quarto at its head, `#| lst-cap: …`, and of MyST, `:caption: …`. The language is what remains; options are not
 * printed.
 */
export function optionsOfCode(code: Code): CodeOptions {
  const info = infoOf(code);
  const from = info.indexOf('{');
  const attributes = from < 0 ? undefined : readAttributes(info.slice(from));
  if (attributes) {
    const before = info.slice(0, from).trim();
    const { id, classes, values } = attributes;
    code.lang = before || (classes[0] ?? null);
    code.meta = null;
    return { id, caption: values.caption ?? values['lst-cap'] ?? values.title };
  }
  const cell = cellOf(code);
  if (!cell) return {};
  const { name, isDirective, options } = cell;
  code.lang = isDirective ? code.meta?.trim() || null : name;
  code.meta = null;
  code.value = cell.value;
  const label = options.get('lst-label') ?? options.get('label') ?? options.get('name');
  return {
    id: label !== undefined && (isDirective || /^lst[-:]/.test(label)) ? label : undefined,
    caption: options.get('lst-cap') ?? options.get('caption'),
  };
}
