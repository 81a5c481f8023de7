import type { Root } from 'mdast';
import { withNumber, withoutNumber } from '../../text/number-label.ts';
import { visit } from '../../text/visit.ts';
import type { Terms } from '../../theme/terms.ts';
import { isTheorem, type TheoremKind } from '../mend/theorem-names.ts';
import { attributesOf } from '../tree.ts';

/** The kinds that are numbered only where something can refer to them, as in Quarto. */
const seldomNumbered: ReadonlySet<string> = new Set<TheoremKind>(['proof', 'remark', 'solution']);

/** Numbers theorems and the like, each kind by itself, and gives each its label in the article’s language. */
export function numberTheorems(tree: Root, terms: Terms): void {
  const numbers = new Map<string, number>();
  visit(tree, 'containerDirective', (node) => {
    if (!isTheorem(node.name)) return;
    const { id, classes = [] } = attributesOf(node);
    const word = theoremWord(node.name, terms);
    const isNumbered =
      node.name !== 'proof' && !classes.includes('unnumbered') && (id || !seldomNumbered.has(node.name));
    if (!isNumbered) {
      node.data = { ...node.data, captionLabel: capitalised(withoutNumber(word)) } as never;
      return;
    }
    const number = (numbers.get(node.name) ?? 0) + 1;
    numbers.set(node.name, number);
    node.data = { ...node.data, number, captionLabel: withNumber(word, number) } as never;
  });
}

/** The word for a kind, with a place for its number where the language has one. */
export function theoremWord(kind: TheoremKind, terms: Terms): string {
  return terms[kind === 'proof' ? 'proof-of-theorem' : kind] ?? kind;
}

/** A label without its number. */
export function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
