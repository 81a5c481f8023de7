import type { Parents, PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { type SourceText, sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import type { Citation, CitationKey } from '../../tree.ts';
import { roleAt } from '../text/role-at.ts';

/**
 * Makes citations of those that MyST and LaTeX write: `` {cite:p}`roe,hill` ``, `` {cite:t}`roe` ``,
 * `\citep[see][12]{roe}`, `\textcite{roe}`. What they cannot say here, such as `\citeauthor`, stays a text, which is
 * reported.
 */
export function readForeignCitations() {
  return (tree: Root, file: VFile): void => {
    const parents: Parents[] = [];
    visit(tree, (node) => {
      if ('children' in node && node.children.some((child) => child.type === 'text' && mayCite.test(child.value)))
        parents.push(node);
    });
    for (const parent of parents) {
      const children = readRoles(parent.children as PhrasingContent[], file);
      parent.children = children.flatMap((child) =>
        child.type === 'text' && child.value.includes('\\') ? readCommands(child, sourceText(child, file)) : [child],
      ) as typeof parent.children;
    }
  };
}

/** A sign that something is cited so, in a text or in a manuscript that is not yet read. */
export const mayCite = /\{cite(?::\w+)?\}|\\(?:[a-z]*cite[pt]?)\*?[[{]/;

/** The names of the roles of MyST that cite. */
const roleName = /\{cite(?::(?<kind>p|t|ps|ts))?\}$/;

/** The commands of LaTeX, natbib and BibLaTeX that cite in brackets or notes, and those that do in the sentence. */
const command = new RegExp(
  [
    String.raw`\\(?:(?<text>citet|textcite)|(?:cite|citep|parencite|autocite|footcite|footfullcite|fullcite))\*?`,
    String.raw`(?:\[(?<first>[^[\]]{0,200})\])?(?:\[(?<second>[^[\]]{0,200})\])?\{(?<keys>[^{}]{1,400})\}`,
  ].join(''),
  'g',
);

/** Keys in such citations, wherever they stand, and with any command that cites. */
const foreignKey =
  /\{cite(?::\w+)?\}`([^`\n]{1,400})`|\\[a-z]*cite[pt]?\*?(?:\[[^[\]]{0,200}\]){0,2}\{([^{}]{1,400})\}/g;

/** The keys of the citations in a text of a manuscript that is not yet read. */
export function foreignKeys(text: string): string[] {
  return [...text.matchAll(foreignKey)].flatMap(([, inRole, inCommand]) => keysOf(inRole ?? inCommand ?? ''));
}

/** Keys that commas part. */
function keysOf(written: string): string[] {
  return written
    .split(/[,;]/)
    .map((key) => key.trim())
    .filter((key) => key !== '');
}

function readRoles(children: readonly PhrasingContent[], file: VFile): PhrasingContent[] {
  const read: PhrasingContent[] = [];
  for (let i = 0; i < children.length; i++) {
    const role = roleAt(children, i, roleName, file);
    if (!role) {
      read.push(children[i] as PhrasingContent);
      continue;
    }
    const { source, name, code } = role;
    if (name.index > 0) read.push(source.slice(0, name.index));
    const begins = source.slice(name.index).position;
    const position = begins && code.position ? { start: begins.start, end: code.position.end } : undefined;
    read.push(...citationsOf(code.value, name.groups?.kind?.startsWith('t') ?? false, '', '', position));
    i++;
  }
  return read;
}

function readCommands(node: Text, source: SourceText): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const match of node.value.matchAll(command)) {
    if (source.isEscaped(match.index)) continue;
    const { text, first = '', second, keys = '' } = match.groups as Record<string, string | undefined>;
    if (match.index > from) parts.push(source.slice(from, match.index));
    const position = source.positionOf(match.index, match.index + match[0].length);
    const [before, behind] = second === undefined ? ['', first] : [first, second];
    parts.push(...citationsOf(keys, text !== undefined, plain(before), plain(behind), position));
    from = match.index + match[0].length;
  }
  if (from < node.value.length) parts.push(source.slice(from));
  return parts;
}

/** Words of LaTeX as they are printed: ties, dashes, and nothing of the rest. */
function plain(words: string): string {
  return words.replaceAll('~', '\u00a0').replaceAll('--', '–').trim();
}

/** Citations of keys that commas part: one in brackets, or one for each work in a sentence. */
function citationsOf(
  written: string,
  isInText: boolean,
  before: string,
  behind: string,
  position: Text['position'],
): PhrasingContent[] {
  const at = position ? { position } : {};
  const keys = keysOf(written);
  const text = (value: string): Text => ({ type: 'text', value, ...at });
  const keyOf = (key: string): CitationKey => ({ type: 'citationKey', key, ...at });
  const end = behind === '' ? [] : [text(/^\d/.test(behind) ? `, p. ${behind}` : `, ${behind}`)];
  if (!isInText) {
    const children = keys.flatMap((key, i) => (i > 0 ? [text('; '), keyOf(key)] : [keyOf(key)]));
    const words = before === '' ? [] : [text(`${before} `)];
    return [{ type: 'citation', children: [...words, ...children, ...end], ...at } satisfies Citation];
  }
  return keys.flatMap((key, i): PhrasingContent[] => {
    const own = i === keys.length - 1 && behind !== '' ? [text(/^\d/.test(behind) ? `p. ${behind}` : behind)] : [];
    const citation: Citation = { type: 'citation', isInText: true, children: [keyOf(key), ...own], ...at };
    return i > 0 ? [text(', '), citation] : [citation];
  });
}
