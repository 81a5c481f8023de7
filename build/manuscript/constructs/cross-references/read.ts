import type { Link, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { type SourceText, sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import type { Naming } from '../../tree.ts';
import { asId } from '../attributes/read.ts';
import { roleAt } from '../text/role-at.ts';

/**
 * Turns cross-references of other programs into links, if something has the id: `@fig:one`, `[@fig-one]` and
 * `[-@fig-one]` of Pandoc and Quarto, `{@fig:one}` of Manubot, `\@ref(fig:one)` of bookdown, `\ref{fig:one}` of
 * LaTeX, `` {numref}`fig-one` `` of MyST. Also reads MyST’s
 * roles for superscripts and subscripts. An unknown id that names its kind is reported; any other is a citation. `text`
 * is the whole manuscript, in which ids are defined.
 */
export function readCrossReferences(text?: VFile) {
  return (tree: Root, file: VFile): void => {
    let ids: Set<string> | undefined;
    const has = (id: string): boolean => {
      ids ??= writtenIds(String(text ?? file));
      return ids.has(asId(id));
    };
    const parents: Parents[] = [];
    visit(tree, (node) => {
      if ('children' in node && node.children.some((child) => child.type === 'text' && sign.test(child.value)))
        parents.push(node);
    });
    for (const parent of parents) {
      const children = parent.children as PhrasingContent[];
      readRoles(children, file);
      parent.children = children.flatMap((child) =>
        child.type === 'text' && sign.test(child.value) ? readText(child, sourceText(child, file), has, file) : [child],
      ) as typeof parent.children;
    }
  };
}

const sign = /[@\\}]/;

/** Ids in braces in a manuscript. */
export function writtenIds(text: string): Set<string> {
  const ids = [
    ...text.matchAll(/\{[^{}\n]*?#([^\s{}#="']+)/g),
    ...text.matchAll(formulaNames),
    ...text.matchAll(htmlIds),
  ];
  return new Set(ids.map(([, id = '']) => asId(id)));
}

const htmlIds = /<(?:figure|div|img|table)\b[^<>\n]*\sid=["']([^"'\s]+)/gi;

/** Names as LaTeX, bookdown and MyST have them: `\label{eq:x}`, `(\#eq:x)`, `$$ (eq:x)`, `:label: eq:x`, `(sec-x)=`. */
const formulaNames =
  /(?:\\label\{|\(\\#|\$\$[ \t]*\(|^\((?=[^()\s]+\)=$)|^(?::label:|:name:|#\|[ \t]*(?:lst-)?label:)[ \t]*)([A-Za-z][\w:.-]*)/gm;

/** True if an id begins with the kind of its target, like `fig:map`. The key of a citation seldom does. */
export function hasKindPrefix(id: string): boolean {
  return /^(?:fig|tbl|tab|sec|eq|eqn|lst|thm|lem|cor|prp|cnj|def|exm|exr|rem|sol|hyp|alg)[:-]/.test(id);
}

const references = new RegExp(
  [
    // [@fig:one], [-@fig:one; -@fig:two], [see @fig:one]
    String.raw`\[(?<before>(?:[^[\]@]*\s)?)(?<keys>-?@[\w:.-]*\w(?:\s*[;,]\s*-?@[\w:.-]*\w)*)\]`,
    // \@ref(fig:one)
    String.raw`@ref\((?<ofBook>[A-Za-z][\w:.-]*)\)`,
    // @fig:one
    String.raw`(?<![\p{L}\d_.@/+{]|(?<!-)-)@(?<key>[A-Za-z]\w*(?:[:.-]\w+)*)`,
    // {@fig:one}, {*@fig:one}, +@fig:one
    String.raw`\{(?<clean>[+*!]?)@(?<braced>[A-Za-z]\w*(?:[:.-]\w+)*)\}`,
    String.raw`(?<![\p{L}\d_+*])[+*]@(?<named>[A-Za-z]\w*(?:[:.-]\w+)*)`,
    // \ref{fig:one}, ~\ref{fig:one}
    String.raw`(?<tie>~?)\\(?<command>ref|eqref|autoref|[cC]ref|pageref|nameref)\{(?<names>[^{}\s]+)\}`,
  ].join('|'),
  'gu',
);

function readText(
  node: Text,
  source: SourceText,
  has: (id: string) => boolean,
  file: VFile,
): (PhrasingContent | Text)[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const match of node.value.matchAll(references)) {
    const {
      before = '',
      keys,
      key,
      command,
      names,
      tie,
      clean,
      braced,
      named,
      ofBook,
    } = match.groups as Record<string, string | undefined>;
    const written = (keys ?? key ?? names ?? braced ?? named ?? ofBook ?? '').split(/\s*[;,]\s*/);
    const ids = written.map((name) => name.replace(/^-?@/, ''));
    const missing = ids.filter((id) => !has(id));
    // The sign of bookdown’s is escaped, that of any other is not.
    if (
      source.isEscaped(match.index + (tie?.length ?? 0)) !== (ofBook !== undefined) ||
      ((keys || braced || named) && source.isEscaped(match.index + match[0].indexOf('@')))
    )
      continue;
    const position = source.positionOf(match.index, match.index + match[0].length);
    if (missing.length > 0) {
      if (command || ofBook || ids.every(hasKindPrefix)) reportMissing(missing[0] as string, position, file);
      continue;
    }
    const head = node.value.slice(from, match.index);
    const labelled = labels.test(`${head}${before}`) || (before.trim() !== '' && !/^see\b/i.test(before));
    const isNumber =
      /^(?:eq)?ref$/.test(command ?? '') || clean === '' || clean === '!' || (ofBook && hasKindPrefix(ofBook));
    const inBrackets = command === 'eqref' || /^eq:/.test(ofBook ?? '');
    const naming: Naming =
      command === 'pageref' ? 'page' : command === 'nameref' ? 'words' : isNumber || labelled ? 'number' : 'label';
    if (match.index > from) parts.push(source.slice(from, match.index));
    const plain = (value: string): Text => ({ type: 'text', value, ...(position ? { position } : {}) });
    if (before) parts.push(plain(before.replace(/\s+$/, labelled ? '\u00a0' : ' ')));
    if (tie) parts.push(plain('\u00a0'));
    ids.forEach((id, i) => {
      if (i > 0) parts.push(plain(', '));
      // A formula’s number has brackets, as at its margin.
      if (inBrackets) parts.push(plain('('));
      parts.push(linkTo(id, (written[i] as string).startsWith('-') ? 'number' : naming, position));
      if (inBrackets) parts.push(plain(')'));
    });
    from = match.index + match[0].length;
  }
  if (from < node.value.length) parts.push(source.slice(from));
  return parts;
}

/** A word that already names the target: `Figure @fig:one` must not become “Figure Figure 1”. */
const labels =
  /(?:^|[\s(])(?:fig(?:ure|s)?|tab(?:le|elle|leau)?|abb(?:ildung)?|sec(?:tion|t)?|chap(?:ter)?|kapitel|abschnitt|eq(?:n|uation)?|gl(?:eichung)?|éq(?:uation)?|formel|formule|формул\p{L}*|рівнян\p{L}*|уравнен\p{L}*|рис(?:унок|унку|унке|.)?|табл(?:иця|иці|ица|ице)?)s?\.?[\s~\u00a0]*$/iu;

function linkTo(id: string, naming: Naming, position: Text['position']): Link {
  const at = position ? { position } : {};
  return {
    type: 'link',
    url: `#${id}`,
    children: [{ type: 'text', value: '?', ...at }],
    data: { naming },
    ...at,
  };
}

function reportMissing(id: string, at: Text['position'], file: VFile): void {
  report(file, 'reference-target', {
    at,
    found: `Nothing has the id #${id}`,
    expected: '{#id} after a heading, an image or a table’s caption',
    fix: `Give its target the id {#${asId(id)}}, or write the reference out.`,
    alike: 'a reference to an id that nothing has',
  });
}

const roleName = /\{((?:prf:)?(?:num)?ref|eq|sup|superscript|sub|subscript)\}$/;

/**
 * Reads roles, `` {numref}`fig-one` `` and `` {sup}`2` ``: a text that ends with the role’s name, followed by code with
 * its content.
 */
function readRoles(children: PhrasingContent[], file: VFile): void {
  for (let i = 0; i + 1 < children.length; i++) {
    const role = roleAt(children, i, roleName, file);
    if (!role) continue;
    const { text, code } = role;
    const { position } = code;
    const [, name = ''] = role.name;
    const [, words, target = code.value] = /^([\s\S]*?)\s*<([^<>\s]+)>$/.exec(code.value) ?? [];
    const inside: Text[] = [
      { type: 'text', value: words?.replace(/%s|\{number\}/g, '?') || code.value, ...(position ? { position } : {}) },
    ];
    children[i] = { ...text, value: text.value.slice(0, role.name.index) };
    if (name === 'eq' && !words) {
      const sign = (value: string): Text => ({ type: 'text', value, ...(position ? { position } : {}) });
      // A formula’s number has brackets, as at its margin.
      children.splice(i + 1, 1, sign('('), linkTo(target, 'number', position), sign(')'));
      continue;
    }
    children[i + 1] = name.startsWith('su')
      ? {
          type: name.startsWith('sup') ? 'superscript' : 'subscript',
          children: inside,
          ...(position ? { position } : {}),
        }
      : words
        ? { type: 'link', url: `#${target}`, children: inside, ...(position ? { position } : {}) }
        : linkTo(target, name === 'ref' ? 'words' : 'label', position);
  }
}
