import { blockNameFor } from './block-names.ts';
import type { Edit } from './edits.ts';
import type { SourceLine } from './lines.ts';
import type { Mender, MenderResult } from './mend.ts';
import { figureOpening, openingLine, optionAsAttribute } from './openings.ts';
import { isTheorem, prefixOf, theoremNamed, theoremOfId } from './theorem-names.ts';

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
      const { opens, optionsTo } = opening(rest, i);
      // No real text nests this many blocks, and each level would get one more colon.
      if (open.length > maxOpenBlocks) return { edits: [] };
      if (!opens) continue;
      open.push({ line, colons: colons.length, opens, inner: 0 });
      if (optionsTo) edits.push({ from: line.to, to: optionsTo, text: '' });
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
    const [, ticks = '', inBraces = '', rest = ''] = /^(`{3,}|~{3,})\{([^}]*)\}\s*(.*)$/.exec(first.text) ?? [];
    const {
      name,
      title,
      attributes: given,
    } = bookdownTheorem(inBraces) ?? {
      title: '',
      ...(directiveIn(`{${inBraces}}`) ?? { name: inBraces, attributes: [] }),
    };
    const last = lines.findIndex((line, i) => i > at && line.to >= codeTo);
    const isClosed =
      last > at && (lines[last]?.text.startsWith(ticks) ?? false) && /^[`~]+$/.test(lines[last]?.text ?? '');
    const end = isClosed ? last : -1;
    const own = /^(?:prf:)?[\w-]+$/.test(name) ? (blockNameFor(name) ?? mystTable.exec(name)?.[0]) : undefined;
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
    const { options, from } = optionsBelow(at, end);
    const attributes = [...given, ...options];
    const opens =
      own === 'figure'
        ? figureOpening(rest, attributes)
        : openingLine(isTheorem(own) ? own : name, rest || title, attributes);
    edits.push({ from: first.textFrom, to: lines[from - 1]?.to ?? first.to, text: `:::${opens}` });
    const close = lines[end] as SourceLine;
    edits.push({ from: close.textFrom, to: close.to, text: ':::' });
  }

  /** MyST’s options below the opening line of a block, `:key: value`, as attributes, and the line after them. */
  function optionsBelow(at: number, end = lines.length): { options: string[]; from: number } {
    const options: string[] = [];
    let from = at + 1;
    for (; from < end; from++) {
      const option = /^:([\w-]+):\s*(.*)$/.exec(lines[from]?.text ?? '');
      if (!option) break;
      options.push(optionAsAttribute(option[1] ?? '', option[2] ?? ''));
    }
    return { options, from };
  }

  /** The opening line of a block after its colons, and where the options below it end. */
  function opening(rest: string, at: number): { opens?: string | undefined; optionsTo?: number | undefined } {
    const braced = /^(\{[^{}]*\})\s*(.*)$/.exec(rest);
    const directive = braced && directiveIn(braced[1] ?? '');
    if (!directive) return { opens: withoutBraces(rest) };
    const title = braced[2] ?? '';
    const { name } = directive;
    const { options: below, from } = optionsBelow(at);
    const options = [...directive.attributes, ...below];
    const optionsTo = from > at + 1 ? lines[from - 1]?.to : undefined;
    if (blockNameFor(name) === 'figure') return { opens: figureOpening(title, options), optionsTo };
    return { opens: openingLine(theoremNamed(name) ?? name, title, options), optionsTo };
  }

  function withoutBraces(rest: string): string | undefined {
    const attributes = /^\{((?:"[^"]*"|[^}"])*)\}$/.exec(rest);
    if (attributes) return nameFromAttributes(attributes[1] ?? '');
    const own = /^([A-Za-z][\w-]*)(\[.*\])?\s*(\{(?:"[^"]*"|[^}"])*\})?$/.exec(rest);
    if (own) return `${own[1]}${own[2] ?? ''}${own[3] ?? ''}`;
    const titled = /^([A-Za-z][\w-]*)\s+(?:\{([^}]*)\}|(.+?))$/.exec(rest);
    if (!titled) return undefined;
    return titled[2] === undefined ? openingLine(titled[1] ?? '', titled[3] ?? '', []) : `${titled[1]}{${titled[2]}}`;
  }

  function nameFromAttributes(attributes: string): string {
    const classes = [...attributes.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name = '']) => name);
    const id = /#([\w:.-]+)/.exec(attributes)?.[1] ?? '';
    const name =
      classes.find((one) => blockNameFor(one)) ??
      (/^fig[-:]/.test(id) ? 'figure' : id === 'refs' ? 'references' : (theoremOfId(id) ?? classes[0] ?? 'block'));
    const title = isTheorem(blockNameFor(name) ?? '') ? theoremName.exec(attributes) : null;
    const rest = attributes
      .replace(`.${name}`, '')
      .replace(title?.[0] ?? '', '')
      .trim();
    return openingLine(name, title?.[1] ?? title?.[2] ?? '', [rest]);
  }
};

/** The name of a theorem among attributes, which is Markdown: `name="Of *two* points"`. */
const theoremName = /\b(?:name|title)\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** A theorem of bookdown between backticks: `{theorem pyth, name="Pythagoras"}`, `{lemma, label="x"}`. */
function bookdownTheorem(inBraces: string): { name: string; title: string; attributes: string[] } | undefined {
  const [, name = '', label = '', rest = ''] = /^([a-z]+)(?:[ \t]+([\w:-]+))?[ \t]*(?:,(.*))?$/.exec(inBraces) ?? [];
  if (!isTheorem(name)) return undefined;
  const values = new Map(
    [...rest.matchAll(/([A-Za-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s,]+))/g)].map(
      ([, key = '', double, single, bare]) => [key, double ?? single ?? bare ?? ''],
    ),
  );
  const id = values.get('label') ?? label;
  return {
    name,
    title: values.get('name') ?? '',
    attributes: id ? [`#${prefixOf(name)}-${id.replace(/[^\w-]+/g, '-')}`] : [],
  };
}

/** The name of a block of MyST in braces, and the attributes that may stand behind it: `{figure #fig-map .wide}`. */
function directiveIn(braces: string): { name: string; attributes: string[] } | undefined {
  const [, name, rest = ''] = directive.exec(braces) ?? [];
  if (name === undefined) return undefined;
  const attributes = rest.match(attribute) ?? [];
  return {
    name,
    attributes: attributes.map((one) => (one.startsWith('#') ? optionAsAttribute('name', one.slice(1)) : one)),
  };
}

const attribute = /[#.][\w:.-]+|[A-Za-z][\w-]*=(?:"[^"]*"|[^\s"{}]+)/g;
const directive = new RegExp(`^\\{((?:prf:)?[A-Za-z][\\w-]*)((?:\\s+(?:${attribute.source}))*)\\s*\\}$`);

const maxOpenBlocks = 20;

/** Names in braces after backticks that mean code. */
const codeLike =
  /^(?:code|code-block|code-cell|sourcecode|literalinclude|python|r|R|julia|js|ojs|bash|sh|sql|stan|mermaid|dot|eval-rst|math|mathjax|latex|tex|csv-table|bibliography)$/;

/** The blocks of MyST that hold a table. */
const mystTable = /^(?:list-)?table$/;
