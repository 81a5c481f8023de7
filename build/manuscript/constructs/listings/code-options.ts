import type { Code } from 'mdast';
import { readAttributes } from '../attributes/read.ts';

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
  const info = [code.lang, code.meta].filter(Boolean).join(' ');
  const from = info.indexOf('{');
  const attributes = from < 0 ? undefined : readAttributes(info.slice(from));
  if (attributes) {
    const before = info.slice(0, from).trim();
    const { id, classes, values } = attributes;
    code.lang = before || (classes[0] ?? null);
    code.meta = null;
    return { id, caption: values.caption ?? values['lst-cap'] ?? values.title };
  }
  // A cell, `{python}`, with options of knitr behind its language, `{r, echo=FALSE}`; or a directive of MyST.
  const [, name = ''] = /^\{([A-Za-z][\w-]*)(?=[\s,}])/.exec(info) ?? [];
  if (!name) return {};
  const isDirective = /^(?:code|code-block|code-cell|sourcecode)$/.test(name);
  const options = takeOptions(
    code,
    isDirective ? /^:([\w-]+):[ \t]*(.*)$/ : /^(?:#|\/\/|--|%%)\|[ \t]*([\w-]+):[ \t]*(.*)$/,
  );
  code.lang = isDirective ? code.meta?.trim() || null : name;
  code.meta = null;
  const label = options.get('lst-label') ?? options.get('label') ?? options.get('name');
  return {
    id: label !== undefined && (isDirective || /^lst[-:]/.test(label)) ? label : undefined,
    caption: options.get('lst-cap') ?? options.get('caption'),
  };
}

/** Takes the options off the head of a block of code, with the empty line below them. */
function takeOptions(code: Code, form: RegExp): Map<string, string> {
  const options = new Map<string, string>();
  const lines = code.value.split('\n');
  let from = 0;
  for (; from < lines.length; from++) {
    const [, key = '', value = ''] = form.exec(lines[from] ?? '') ?? [];
    if (!key) break;
    options.set(key, value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  if (from > 0 && lines[from] === '') from++;
  code.value = lines.slice(from).join('\n');
  return options;
}
