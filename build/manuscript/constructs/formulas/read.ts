import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { visit } from '../../../text/visit.ts';
import { addAttributes, attributesOf, type DisplayedFormula, type Formula } from '../../tree.ts';
import { applyAttributes } from '../attributes/apply.ts';
import { asId, readAttributes } from '../attributes/read.ts';
import { roleAt } from '../text/role-at.ts';
import { definitionsIn } from './commands.ts';

/**
 * Reads formulas: what stands behind the last sign of a displayed one, and its `\label` and `\tag`. A `$$…$$` within a
 * paragraph is displayed, too, and divides it, unless all formulas of the manuscript have two signs and stand in the
 * midst of sentences (kramdown); elsewhere in a line it is one of the line. Blocks of code called `math`
 * are displayed formulas, as GitHub and MyST write them. A caption or a value of front matter has only lines, and no
 * `displays`.
 */
export function readFormulas({ displays = true } = {}) {
  return (tree: Root, file: VFile): void => {
    readRoles(tree, file);
    if (displays) readDefinitions(tree, file);
    const inLines = displays ? firstInLine(tree) : undefined;
    if (inLines)
      report(file, 'formula-signs', {
        at: inLines.position,
        level: 'info',
        found: 'A formula between $$ within a sentence; all such formulas are set in their lines',
        fix: 'Write $…$, as elsewhere; where one is to be displayed, give it lines of its own.',
      });
    if (displays)
      visit(tree, (node) => {
        if (!('children' in node)) return;
        const parent = node as Parents;
        if (!parent.children.some((child) => isOurs(child, !inLines))) return;
        parent.children = (parent.children as RootContent[]).flatMap((child) =>
          blocksOf(child, file, !inLines),
        ) as never;
      });
    visit(tree, (node, index, parent) => {
      if (node.type === 'formula') {
        const { isDouble: _, ...data } = (node.data ?? {}) as Formula['data'] & object;
        node.data = data;
        // A space of TeX at the end is one of the sentence.
        const words = node.value.replace(/\s+/g, ' ').replace(/(?<!\\)\\ $/, '');
        if (words.length < node.value.length && /\\\s$/.test(node.value) && parent && index !== undefined)
          (parent as Parents).children.splice(index + 1, 0, { type: 'text', value: ' ' } as never);
        node.value = words.trim();
      }
      if (node.type === 'displayedFormula') readDisplayed(node, file);
      if (node.type === 'formula' || node.type === 'displayedFormula') readEscapedIndices(node, file);
      // A paragraph right below a formula goes on with the one above it.
      const before = index && parent ? (parent.children[index - 1] as Nodes) : undefined;
      if (node.type === 'paragraph' && before?.type === 'displayedFormula' && isRightBelow(before, node))
        node.data = { ...node.data, isResumed: true };
    });
  };
}

/** Makes formulas of MyST’s roles, `` {math}`x` ``. */
function readRoles(tree: Root, file: VFile): void {
  visit(tree, 'inlineCode', ({ value, position }, index, parent) => {
    if (!parent || !index) return;
    const children = parent.children as PhrasingContent[];
    const role = roleAt(children, index - 1, /\{math\}$/, file);
    if (!role) return;
    children[index - 1] = { ...role.text, value: role.text.value.slice(0, role.name.index) };
    children[index] = { type: 'formula', value, ...(position ? { position } : {}) };
  });
}

/**
 * Makes a displayed formula of a paragraph that has nothing but definitions of commands, with or without dollar signs,
 * and marks it as one that defines. It is not set: its commands are known to all formulas of the article.
 */
function readDefinitions(tree: Root, file: VFile): void {
  visit(tree, ['paragraph', 'displayedFormula'], (node, index, parent) => {
    const [from, to] = [node.position?.start.offset, node.position?.end.offset];
    if (!parent || index === undefined || from === undefined || to === undefined) return;
    const value = node.type === 'displayedFormula' ? node.value : String(file).slice(from, to).replaceAll('$', '');
    if (!/\\(?:def|[A-Za-z]*command|DeclareMathOperator)(?![A-Za-z])/.test(value) || !definitionsIn(value)) return;
    const { position } = node;
    (parent as Parents).children[index] = {
      type: 'displayedFormula',
      value: value.trim(),
      defines: true,
      ...(position ? { position } : {}),
    };
  });
}

/**
 * Takes `\_` for the sign of an index, where one can stand: kramdown needs the backslash, so that no emphasis begins.
 * In text and in names such as `\mathit{max\_size}` it is the mere sign.
 */
function readEscapedIndices(node: Formula | DisplayedFormula, file: VFile): void {
  const value = node.value.replace(
    /\\(?:text|math|operatorname)[a-z]*\*?\s*\{[^{}]*\}|(?<=[\w}\])'])\\_(?=\s*[\w{\\])/g,
    (part) => (part === '\\_' ? '_' : part),
  );
  if (value === node.value) return;
  node.value = value;
  report(file, 'formula-signs', {
    at: node.position,
    level: 'info',
    found: 'An underscore with a backslash in a formula; it is taken for the sign of an index',
    fix: 'Write _ alone; in a name, \\text{a\\_b}.',
    alike: 'an index with a backslash',
  });
}

function isOurs(node: Nodes, divides: boolean): boolean {
  return (
    (divides && node.type === 'paragraph' && node.children.some(isDouble)) ||
    (node.type === 'code' && /^\{?math\}?$/.test(node.lang ?? ''))
  );
}

/**
 * The first formula between `$$` in the midst of a sentence, if the manuscript has none between single signs: as in
 * kramdown, which has no others for a line. Undefined otherwise.
 */
function firstInLine(tree: Root): Formula | undefined {
  let first: Formula | undefined;
  let hasSingle = false;
  visit(tree, 'formula', (node, index = 0, parent) => {
    if (!isDouble(node)) hasSingle = true;
    const [before, behind] = [parent?.children[index - 1] as Nodes, parent?.children[index + 1] as Nodes];
    if (first || before?.type !== 'text' || behind?.type !== 'text') return;
    if (/\p{L}[,(]? ?$/u.test(before.value) && /^[,)]? ?\p{Ll}/u.test(behind.value)) first = node;
  });
  return hasSingle ? undefined : first;
}

function isDouble(node: Nodes): boolean {
  return node.type === 'formula' && node.data?.isDouble === true;
}

function isRightBelow({ position: above }: DisplayedFormula, { position: below }: Paragraph): boolean {
  return above !== undefined && below !== undefined && below.start.line <= above.end.line + 1;
}

/** The blocks of a paragraph that is divided by displayed formulas; any other block as it is. */
function blocksOf(block: RootContent, file: VFile, divides: boolean): RootContent[] {
  if (!isOurs(block, divides)) return [block];
  if (block.type === 'code') return [formulaOfCode(block)];
  if (block.type !== 'paragraph') return [block];
  const blocks: RootContent[] = [];
  let words: Paragraph['children'] = [];
  const flush = (): void => {
    const [first, last] = [words[0]?.position, words.at(-1)?.position];
    if (hasWords(words))
      blocks.push({
        ...block,
        children: words,
        ...(first && last ? { position: { start: first.start, end: last.end } } : {}),
      });
    words = [];
  };
  for (const child of block.children) {
    if (!isDouble(child)) {
      words.push(child);
      continue;
    }
    const { value, position } = child as Formula;
    flush();
    blocks.push({ type: 'displayedFormula', value, ...(position ? { position } : {}) });
  }
  flush();
  // Attributes and stops right behind a formula belong to it.
  for (const [i, one] of blocks.entries()) {
    const next = blocks[i + 1];
    const text = next?.type === 'paragraph' ? next.children[0] : undefined;
    if (one.type !== 'displayedFormula' || text?.type !== 'text') continue;
    const stop = /^[.,;:](?=\s|$)/.exec(text.value)?.[0] ?? '';
    const rest = text.value.slice(stop.length).trimStart();
    const attributes = readAttributes(rest);
    if (attributes) applyAttributes(one, attributes, file);
    if (stop) one.value += stop;
    const kept = rest.slice(attributes?.length ?? 0).trimStart();
    if (kept === text.value) continue;
    const { position: _, ...plain } = text;
    (next as Paragraph).children[0] = { ...plain, value: kept };
  }
  return blocks.filter((one) => one.type !== 'paragraph' || hasWords(one.children));
}

function hasWords(children: Paragraph['children']): boolean {
  return children.some((child) => child.type !== 'text' || child.value.trim() !== '');
}

/** A formula in a block of code, with MyST’s options at its head. */
function formulaOfCode({ value, position }: RootContent & { type: 'code' }): DisplayedFormula {
  const options = [...value.matchAll(/^:(label|name):[ \t]*([A-Za-z][\w:.-]*)[ \t]*$/gm)];
  const formula: DisplayedFormula = {
    type: 'displayedFormula',
    value: value.replace(/^(?::[\w-]+:.*\n)+/, ''),
    ...(position ? { position } : {}),
  };
  const id = options[0]?.[2];
  if (id) addAttributes(formula, { id: asId(id) });
  return formula;
}

function readDisplayed(formula: DisplayedFormula, file: VFile): void {
  const { tail = '', ...data } = (formula.data ?? {}) as { tail?: string };
  formula.data = data;
  const [, stop = '', rest = ''] = /^([.,;:]?)\s*([\s\S]*)$/.exec(tail) ?? [];
  const label = /^\(([^()]*)\)$/.exec(rest)?.[1];
  const attributes = readAttributes(rest);
  if (label) addAttributes(formula, { id: asId(label) });
  else if (attributes) applyAttributes(formula, attributes, file);
  formula.value = `${formula.value.trim()}${stop}`;
  // Both would be MathJax’s; numbers are set at the margin by us.
  const others: string[] = [];
  formula.value = formula.value.replace(/\s*\\label\{([A-Za-z][\w:.-]*)\}/g, (_, id: string) => {
    if (attributesOf(formula).id) others.push(asId(id));
    else addAttributes(formula, { id: asId(id) });
    return '';
  });
  if (others.length > 0) {
    formula.data = { ...formula.data, otherIds: others };
    report(file, 'formula-signs', {
      at: formula.position,
      level: 'warning',
      found: `A formula with ${others.length + 1} names, \\label{…}; it has one number, which all of them lead to`,
      fix: 'Divide it into formulas between $$ and $$ of their own, each with its name; or keep one name.',
      alike: 'a formula with several names',
    });
  }
  formula.value = formula.value.replace(
    /\s*\\tag\*?\{([^{}]*)\}|\s*\\(?:nonumber|notag)(?![A-Za-z])/g,
    (_, tag?: string) => {
      const plain = tag?.trim().replace(/^\((.*)\)$/, '$1');
      if (plain) formula.tag = plain;
      return '';
    },
  );
  formula.value = formula.value.trim();
}
