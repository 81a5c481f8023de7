import type { Nodes, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { rules } from '../../diagnostics/rules.ts';
import { visit } from '../../text/visit.ts';
import { type FlatText, flatTexts } from '../constructs/text/flat-text.ts';
import { type ForeignConstruct, foreignConstructs } from './foreign-constructs.ts';

/**
 * Reports constructs of other programs’ Markdown that would be printed as written, each kind once, at its first place.
 * Runs after all known constructs have been read.
 */
export function reportDialects() {
  return (tree: Root, file: VFile): void => {
    let isChanged = false;
    for (const flat of flatTexts(tree, file)) {
      const uses = foreignConstructs.flatMap((dialect) =>
        flat.text.includes(dialect.sign) ? usesOf(dialect, flat) : [],
      );
      const leftOut = outermost(uses).filter((use) => reportUse(use, flat, file));
      if (leftOut.length === 0) continue;
      flat.remove(leftOut);
      isChanged = true;
    }
    if (isChanged) removeEmpty(tree);
  };
}

/** A use of a construct at its place in a text. */
interface Use {
  dialect: ForeignConstruct;
  match: RegExpExecArray;
  from: number;
  to: number;
}

function usesOf(dialect: ForeignConstruct, flat: FlatText): Use[] {
  const { sign, pattern, escaped, isMeant } = dialect;
  const uses: Use[] = [];
  for (const match of flat.text.matchAll(pattern)) {
    const { index: from } = match;
    const to = from + match[0].length;
    const isWritten = escaped
      ? flat.escaped(from) && flat.escaped(to - escaped)
      : !flat.escaped(from) && !flat.escaped(from + Math.max(0, match[0].indexOf(sign)));
    if (isWritten && (!isMeant || isMeant(match))) uses.push({ dialect, match, from, to });
  }
  return uses;
}

/**
 * Uses in the order of the text, without those inside another one that is an error or is left out, such as a command in
 * a formula or a key in a citation.
 */
function outermost(uses: Use[]): Use[] {
  let end = 0;
  return uses
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ dialect, match, to }) => {
      if (to <= end) return false;
      if ((dialect.level ?? rules[dialect.rule].level) === 'error' || dialect.isLeftOut?.(match)) end = to;
      return true;
    });
}

/** Reports a use. Returns true if the use is left out of the text. */
function reportUse({ dialect, match, from, to }: Use, flat: FlatText, file: VFile): boolean {
  const { name, rule, level, isLeftOut, found, fix } = dialect;
  report(file, rule, {
    at: flat.position(from, to),
    found: found(match),
    fix: typeof fix === 'string' ? fix : fix(match),
    alike: name,
    ...(level ? { level } : {}),
  });
  return isLeftOut?.(match) ?? false;
}

/** Removes paragraphs that have become empty. */
function removeEmpty(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const isEmpty = paragraph.children.every((child: Nodes) => child.type === 'text' && child.value.trim() === '');
    if (!isEmpty || paragraph.children.length === 0 || !parent || index === undefined) return;
    (parent as Parents).children.splice(index, 1);
    return index;
  });
}
