import type { Node, Parent } from 'unist';
import { CONTINUE, EXIT, SKIP, type visit as Visit } from 'unist-util-visit';

export { CONTINUE, EXIT, SKIP };

type Result = readonly [action?: boolean | 'skip' | undefined, next?: number | undefined];
type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => unknown;
type Matches = (node: Node, index: number | undefined, parent: Parent | undefined) => boolean;

/**
 * Visits nodes of a tree in order, exactly as the function of this name in unist-util-visit does, whose documentation
 * holds, in a fraction of the time: that one makes and names a function for every node. It has no reverse order, and
 * only one visitor.
 */
export const visit = visitNodes as unknown as typeof Visit;

function visitNodes(tree: Node, test: unknown, visitor?: Visitor): void {
  const work = visitor ?? (test as Visitor);
  const matches = visitor ? matcher(test) : () => true;
  const walk = (node: Node, index: number | undefined, parent: Parent | undefined): Result => {
    let result: Result = none;
    if (matches(node, index, parent)) {
      result = resultOf(work(node, index, parent));
      if (result[0] === EXIT) return result;
    }
    const { children } = node as Parent;
    if (!children || result[0] === SKIP) return result;
    for (let at = 0; at > -1 && at < children.length; ) {
      const [action, next] = walk(children[at] as Node, at, node as Parent);
      if (action === EXIT) return [EXIT];
      at = typeof next === 'number' ? next : at + 1;
    }
    return result;
  };
  walk(tree, undefined, undefined);
}

const none: Result = [];

/** A function that is true of a node that passes a test: of this type, with these properties, or one of several. */
function matcher(test: unknown): Matches {
  if (test === undefined || test === null) return () => true;
  if (typeof test === 'string') return ({ type }) => type === test;
  if (typeof test === 'function') return (...where) => Boolean(test(...where));
  if (Array.isArray(test)) {
    const any = test.map(matcher);
    return (...where) => any.some((matches) => matches(...where));
  }
  const wanted = Object.entries(test);
  return (node) => wanted.every(([key, value]) => (node as Node & Record<string, unknown>)[key] === value);
}

function resultOf(value: unknown): Result {
  if (value === undefined || value === null) return none;
  if (typeof value === 'number') return [CONTINUE, value];
  return Array.isArray(value) ? (value as unknown as Result) : [value as boolean | 'skip'];
}
