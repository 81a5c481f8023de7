import { blockNameFor } from './block-names.ts';
import type { Edit } from './edits.ts';
import type { SourceLine } from './lines.ts';
import type { Mender, MenderResult } from './mend.ts';
import { figureOpening, openingLine, optionAsAttribute } from './openings.ts';

interface OpenBlock {
  line: SourceLine;
  colons: number;
  /** The line without its colons, as the parser should read it. */
  opens: string;
  inner: number;
  close?: { line: SourceLine; colons: number };
}

/**
 * Mends blocks between colons as Pandoc, Quarto, MyST and Docusaurus write them, `::: {.note}`, `:::{note} Title`, `:::
 * note`, and MyST’s between backticks. They become `:::note[Title]{…}`. An outer block gets more colons than the blocks
 * in it, as the parser requires; in other programs any line of colons closes the innermost block.
 */
export const mendFences: Mender = (lines) => {
  const edits: Edit[] = [];
  const notices: NonNullable<MenderResult['notices']> = [];
  const meant: NonNullable<MenderResult['meant']> = [];
  const open: OpenBlock[] = [];
  for (const [i, line] of lines.entries()) {
    if (!line.isMarkdown) {
      if (line.codeTo !== undefined && /^[`~]{3,}\{/.test(line.text)) readTicks(i, line.codeTo);
      continue;
    }
    const fence = /^(:{3,})(?!:)\s*(.*?)\s*:*$/.exec(line.text);
    if (!fence) continue;
    const [, colons = '', rest = ''] = fence;
    if (rest === '') {
      const at = open.findLastIndex(({ line: { marks } }) => marks.trim() === line.marks.trim());
      const block = open[at];
      if (!block) continue;
      open.length = at;
      block.close = { line, colons: colons.length };
      meant.push(openness(block.line, false));
      setColons(block);
    } else {
      const options = /^\{[A-Za-z]/.test(rest) ? optionsBelow(i) : [];
      const opens = opening(
        rest,
        options.map(({ attribute }) => attribute),
      );
      // No real text nests this many blocks, and each level would get one more colon.
      if (open.length > maxOpenBlocks) return { edits: [] };
      if (!opens) continue;
      open.push({ line, colons: colons.length, opens, inner: 0 });
      const last = options.at(-1);
      if (last) edits.push({ from: line.to, to: last.line.to, text: '' });
    }
  }
  for (const { line } of open) meant.push(openness(line, true));
  for (const block of open.toReversed()) setColons(block);
  return { edits, meant, notices };

  /** Records for every block whether it is open: one that seems open now may be closed by a later edit. */
  function openness({ textFrom }: SourceLine, isOpen: boolean): (typeof meant)[number] {
    return { at: textFrom, type: 'containerDirective', data: { isOpen } };
  }

  /** Gives a block more colons than the blocks in it have. */
  function setColons({ line, colons, opens, inner, close }: OpenBlock): void {
    const count = Math.max(colons, inner + 1, 3);
    const outer = open.findLast((other) => other.line !== line);
    if (outer) outer.inner = Math.max(outer.inner, count);
    replace(line, ':'.repeat(count) + opens);
    if (close) replace(close.line, ':'.repeat(count));
  }

  function replace({ textFrom, text }: SourceLine, by: string): void {
    if (text !== by) edits.push({ from: textFrom, to: textFrom + text.length, text: by });
  }

  /** Reads a block between backticks. Lines `:key: value` at its head are its attributes. */
  function readTicks(at: number, codeTo: number): void {
    const first = lines[at] as SourceLine;
    const [, ticks = '', name = '', rest = ''] = /^(`{3,}|~{3,})\{([^}]*)\}\s*(.*)$/.exec(first.text) ?? [];
    const last = lines.findIndex((line, i) => i > at && line.to >= codeTo);
    const isClosed =
      last > at && (lines[last]?.text.startsWith(ticks) ?? false) && /^[`~]+$/.test(lines[last]?.text ?? '');
    const end = isClosed ? last : -1;
    const own = /^[\w-]+$/.test(name) ? blockNameFor(name) : undefined;
    if (end < 0 || !own || codeLike.test(name)) {
      if (/^[\w.+-]+$/.test(name) && !codeLike.test(name))
        notices.push({
          kind: `ticks ${name}`,
          rule: 'directive-known',
          at: first.textFrom,
          found: `Unknown block {${name}} between lines of backticks; it is set as code`,
          fix: 'If it is text, write :::box above and ::: below it instead.',
        });
      return;
    }
    const options = optionsBelow(at).slice(0, end - at - 1);
    const attributes = options.map(({ attribute }) => attribute);
    const from = at + 1 + options.length;
    const opens = own === 'figure' ? figureOpening(rest, attributes) : openingLine(name, rest, attributes);
    edits.push({ from: first.textFrom, to: lines[from - 1]?.to ?? first.to, text: `:::${opens}` });
    const close = lines[end] as SourceLine;
    edits.push({ from: close.textFrom, to: close.to, text: ':::' });
  }

  /** MyST’s options of a block, `:key: value`, on the lines right below its first. */
  function optionsBelow(at: number): { line: SourceLine; attribute: string }[] {
    const options: { line: SourceLine; attribute: string }[] = [];
    for (const line of lines.slice(at + 1)) {
      const [, key, value = ''] = /^:([\w-]+):\s*(.*)$/.exec(line.text) ?? [];
      if (key === undefined) break;
      options.push({ line, attribute: optionAsAttribute(key, value) });
    }
    return options;
  }

  function opening(rest: string, options: readonly string[]): string | undefined {
    const braced = /^\{([A-Za-z][\w-]*)\}\s*(.*)$/.exec(rest);
    if (braced)
      return blockNameFor(braced[1] ?? '') === 'figure'
        ? figureOpening(braced[2] ?? '', options)
        : openingLine(braced[1] ?? '', braced[2] ?? '', options);
    const attributes = /^\{([^}]*)\}$/.exec(rest);
    if (attributes) return nameFromAttributes(attributes[1] ?? '');
    const own = /^([A-Za-z][\w-]*)(\[.*\])?\s*(\{[^}]*\})?$/.exec(rest);
    if (own) return `${own[1]}${own[2] ?? ''}${own[3] ?? ''}`;
    const titled = /^([A-Za-z][\w-]*)\s+(?:\{([^}]*)\}|(.+?))$/.exec(rest);
    if (!titled) return undefined;
    return titled[2] === undefined ? openingLine(titled[1] ?? '', titled[3] ?? '', []) : `${titled[1]}{${titled[2]}}`;
  }

  function nameFromAttributes(attributes: string): string {
    const classes = [...attributes.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name = '']) => name);
    const name = classes.find((one) => blockNameFor(one)) ?? nameFromId(attributes) ?? classes[0] ?? 'block';
    return `${name}{${attributes.replace(`.${name}`, '').trim()}}`.replace('{}', '');
  }
};

/** The block that Quarto and Pandoc mean by an id alone. */
function nameFromId(attributes: string): string | undefined {
  if (/#fig[-:]/.test(attributes)) return 'figure';
  return /#refs(?![\w-])/.test(attributes) ? 'references' : undefined;
}

const maxOpenBlocks = 20;

/** Names in braces after backticks that mean code. */
const codeLike =
  /^(?:code|code-block|code-cell|sourcecode|literalinclude|python|r|R|julia|js|ojs|bash|sh|sql|stan|mermaid|dot|eval-rst|math|mathjax|latex|tex|csv-table|bibliography)$/;
