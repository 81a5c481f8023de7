import type { Parents, PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import type { IndexMark, IndexMarkValues } from '../../tree.ts';
import { roleAt } from '../text/role-at.ts';
import { withIndexMarks } from './from-attributes.ts';

/**
 * Reads marks for the index of other programs: `\index{law!canon}` of LaTeX, as makeindex reads it, and
 * `` {index}`words <single: law; canon>` `` of MyST and Sphinx.
 */
export function readForeignIndexMarks() {
  return (tree: Root, file: VFile): void => {
    const parents: Parents[] = [];
    visit(tree, (node) => {
      if ('children' in node && node.children.some(hasMark)) parents.push(node);
    });
    for (const parent of parents) {
      const children = parent.children as PhrasingContent[];
      for (let i = 0; i < children.length; i++) {
        const role = roleAt(children, i, /\{index\}$/, file);
        if (!role) continue;
        const { source, name, code } = role;
        const { words, marks } = readRole(code.value);
        const shown: Text[] = words ? [{ type: 'text', value: words, ...at(code.position) }] : [];
        const before = name.index > 0 ? [source.slice(0, name.index)] : [];
        const made = withIndexMarks(shown, marks, code.position);
        children.splice(i, 2, ...before, ...made);
        i += before.length + made.length - 1;
      }
      parent.children = children.flatMap((child) =>
        child.type === 'text' && child.value.includes('\\index{') ? readCommands(child, file) : [child],
      ) as typeof parent.children;
    }
  };
}

function hasMark(node: { type: string; value?: unknown }): boolean {
  return node.type === 'text' && /\\index\{|\{index\}$/.test(String(node.value));
}

const at = (position: IndexMark['position']) => (position ? { position } : {});

/** `\index{…}`, with braces one deep in it. */
const command = /\\index\{((?:[^{}]|\{[^{}]{0,200}\}){1,400})\}/g;

function readCommands(node: Text, file: VFile): PhrasingContent[] {
  const source = sourceText(node, file);
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const { 0: whole, 1: inside = '', index } of node.value.matchAll(command)) {
    if (source.isEscaped(index)) continue;
    if (index > from) parts.push(source.slice(from, index));
    from = index + whole.length;
    parts.push(...withIndexMarks([], [readCommand(inside)], source.positionOf(index, from)));
  }
  if (from < node.value.length) parts.push(source.slice(from));
  return parts;
}

/** What stands in a command: `sort@words!sort@words|see{other}`. */
function readCommand(inside: string): IndexMarkValues {
  const [, path = '', encap = ''] = /^((?:[^|"]|"[\s\S])*)\|?([\s\S]*)$/.exec(inside) ?? [];
  const levels = path.split(/(?<!")!/).map((level) => {
    const [first = '', words] = level.split(/(?<!")@/);
    return { words: plainTex(words ?? first), sort: words === undefined ? '' : plainTex(first) };
  });
  const [, which, other = ''] = /^(see|seealso)\{([\s\S]*)\}$/.exec(encap) ?? [];
  return {
    index: 'subjects',
    entry: levels.map(({ words }) => words).join('!'),
    ...(levels.some(({ sort }) => sort) ? { sort: levels.map(({ sort, words }) => sort || words).join('!') } : {}),
    ...(encap.startsWith('(') ? { range: 'begin' as const } : encap.startsWith(')') ? { range: 'end' as const } : {}),
    ...(which === 'see' ? { see: plainTex(other) } : which ? { seeAlso: plainTex(other) } : {}),
  };
}

/** Words of LaTeX as Markdown, as far as indexes have them. */
function plainTex(words: string): string {
  return words
    .replace(/\\(?:textit|emph|textsl)\s*\{([^{}]*)\}/g, '*$1*')
    .replace(/\\textbf\s*\{([^{}]*)\}/g, '**$1**')
    .replace(/"([!@|"])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a role says: words, and the entries that are named between `<` and `>`, or else the words. */
function readRole(value: string): { words: string; marks: IndexMarkValues[] } {
  const [, shown, named] = /^([\s\S]*?)\s*<([^<>]*)>$/.exec(value) ?? [];
  const words = (shown ?? value).trim();
  if (named === undefined) return { words, marks: [{ index: 'subjects' }] };
  const [, kind = 'single', list = ''] =
    /^!?\s*(?:(single|pair|triple|see|seealso)\s*:)?\s*([\s\S]*)$/.exec(named) ?? [];
  const terms = list.split(';').map((term) => term.replace(/\s+/g, ' ').trim());
  const entryOf = (path: readonly string[]): IndexMarkValues => ({ index: 'subjects', entry: path.join('!') });
  const [first = '', second = ''] = terms;
  if (kind === 'see') return { words, marks: [{ ...entryOf([first]), see: second }] };
  if (kind === 'seealso') return { words, marks: [{ ...entryOf([first]), seeAlso: second }] };
  if (kind === 'pair') return { words, marks: [entryOf([first, second]), entryOf([second, first])] };
  return { words, marks: [entryOf(terms)] };
}
