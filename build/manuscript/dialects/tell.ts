import type { Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { rules } from '../../diagnostics/rules.ts';
import { type FlatText, flatTexts } from '../constructs/text/flat-text.ts';
import { type Dialect, type Habits, habitsOf, otherDialects } from './other-dialects.ts';

/**
 * Reports what other programs’ Markdown has and this one would print as it stands, rather than print it: once a kind, at the first place.
 * It runs when all that is known has been read. `text` is the whole manuscript, where the tree is of a part of it.
 */
export function tellDialects(text?: VFile) {
  return (tree: Root, file: VFile): void => {
    const habits = habitsOf(String(text ?? file));
    let isChanged = false;
    for (const flat of flatTexts(tree, file)) {
      const uses = otherDialects.flatMap((dialect) =>
        flat.text.includes(dialect.sign) ? usesOf(dialect, flat, habits) : [],
      );
      const leftOut = outermost(uses).filter((use) => tell(use, flat, file));
      if (leftOut.length === 0) continue;
      flat.remove(leftOut);
      isChanged = true;
    }
    if (isChanged) removeEmpty(tree);
  };
}

/** A construct at its place in a text. */
interface Use {
  dialect: Dialect;
  match: RegExpExecArray;
  from: number;
  to: number;
}

function usesOf(dialect: Dialect, flat: FlatText, habits: Habits): Use[] {
  const { sign, pattern, escaped, isMeant } = dialect;
  const uses: Use[] = [];
  for (const match of flat.text.matchAll(pattern)) {
    const { index: from } = match;
    const to = from + match[0].length;
    const isWritten = escaped
      ? flat.escaped(from) && flat.escaped(to - escaped)
      : !flat.escaped(from) && !flat.escaped(from + Math.max(0, match[0].indexOf(sign)));
    if (isWritten && (!isMeant || isMeant(match, habits))) uses.push({ dialect, match, from, to });
  }
  return uses;
}

/** Constructs in the order of the text, without those that are a part of another that has to be written otherwise, or is left out: a command in a formula, a key in a citation. */
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

/** Reports a construct. Returns whether it is left out. */
function tell({ dialect, match, from, to }: Use, flat: FlatText, file: VFile): boolean {
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

/** Takes out the paragraphs that have lost all they had. */
function removeEmpty(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const isEmpty = paragraph.children.every((child: Nodes) => child.type === 'text' && child.value.trim() === '');
    if (!isEmpty || paragraph.children.length === 0 || !parent || index === undefined) return;
    (parent as Parents).children.splice(index, 1);
    return index;
  });
}
