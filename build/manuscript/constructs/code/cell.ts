import type { Code } from 'mdast';

/** Code with a word in braces behind its fence, as knitr, Quarto and MyST have it: `{r, echo=FALSE}`, `{code} r`. */
export interface CodeCell {
  /** The word that begins the braces: a language, or a directive of MyST. */
  name: string;
  /** True of MyST’s directives, whose language stands behind the braces. */
  isDirective: boolean;
  /** All that stands behind the fence, with the options of knitr. */
  info: string;
  /** The options at the head of the code. */
  options: ReadonlyMap<string, string>;
  /** The code without its options, and without the empty line below them. */
  value: string;
}

/** The cell that code is; undefined if it is none. A full stop before the word makes a class of it, `{.python}`. */
export function cellOf(code: Code): CodeCell | undefined {
  const info = infoOf(code);
  const name = /^\{([A-Za-z][\w-]*)(?=[\s,}]|$)/.exec(info)?.[1];
  if (name === undefined) return undefined;
  const isDirective = /^(?:code|code-block|code-cell|sourcecode)$/.test(name);
  const forms = name === 'code-cell' ? [ofDirective, ofCell] : [isDirective ? ofDirective : ofCell];
  return { name, isDirective, info, ...withoutOptions(code.value, forms) };
}

/** All that stands behind the fence of code. */
export function infoOf({ lang, meta }: Code): string {
  return [lang, meta].filter(Boolean).join(' ');
}

/** An option in a directive of MyST. */
const ofDirective = /^:([\w-]+):[ \t]*(.*)$/;
/** An option in a comment of the language; without a key it goes on with what the one above says. */
const ofCell = /^(?:#|\/\/|--|%%)\|[ \t]*(?:([\w-]+):)?[ \t]*(.*)$/;

function withoutOptions(code: string, forms: readonly RegExp[]): Pick<CodeCell, 'options' | 'value'> {
  const options = new Map<string, string>();
  const lines = code.split('\n');
  let from = 0;
  for (; from < lines.length; from++) {
    const found = forms.map((form) => form.exec(lines[from] ?? '')).find((one) => one !== null);
    if (!found) break;
    const [, key, value = ''] = found;
    if (key) options.set(key, value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  if (from > 0 && lines[from] === '') from++;
  return { options, value: lines.slice(from).join('\n') };
}
