import type { Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { type FlatText, flatTexts } from './flat-text.ts';
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
      const leftOut = otherDialects.flatMap((dialect) =>
        flat.text.includes(dialect.sign) ? tell(dialect, flat, habits, file) : [],
      );
      if (leftOut.length === 0) continue;
      flat.remove(leftOut.sort((a, b) => a.from - b.from));
      isChanged = true;
    }
    if (isChanged) removeEmpty(tree);
  };
}

/** Reports a construct in a text. Returns the stretches that are left out. */
function tell(dialect: Dialect, flat: FlatText, habits: Habits, file: VFile): { from: number; to: number }[] {
  const { name, rule, level, sign, pattern, escaped = false, isMeant, isLeftOut, found, fix } = dialect;
  const leftOut: { from: number; to: number }[] = [];
  for (const match of flat.text.matchAll(pattern)) {
    const to = match.index + match[0].length;
    const isWritten = escaped
      ? flat.escaped(match.index) && flat.escaped(to - 1)
      : !flat.escaped(match.index) && !flat.escaped(match.index + Math.max(0, match[0].indexOf(sign)));
    if (!isWritten) continue;
    if (isMeant && !isMeant(match, habits)) continue;
    report(file, rule, {
      at: flat.position(match.index, to),
      found: found(match),
      fix: typeof fix === 'string' ? fix : fix(match),
      alike: name,
      ...(level ? { level } : {}),
    });
    if (isLeftOut?.(match)) leftOut.push({ from: match.index, to });
  }
  return leftOut;
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
