import type { Node, Parent } from 'unist';
import { visit as visitAsEver } from 'unist-util-visit';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { EXIT, SKIP, visit } from '../../build/text/visit.ts';

type Visit = typeof visit;

/** A tree of some hundred nodes, the same each time. */
function tree(): Parent {
  let seed = 7;
  const next = (most: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  let count = 0;
  const node = (depth: number): Node => {
    const type = 'abc'[next(3)] as string;
    const id = count++;
    const children = depth < 6 && next(4) > 0 ? Array.from({ length: next(5) }, () => node(depth + 1)) : undefined;
    return { type, id, ...(children ? { children } : {}) } as Node;
  };
  return { type: 'root', children: Array.from({ length: 6 }, () => node(0)) };
}

/** What a visitor meets that does all that visitors may do: removes, replaces, adds, skips, goes on elsewhere, ends. */
function met(visit: Visit, test: unknown, end: number): string {
  const seen: string[] = [];
  const whole = tree();
  let calls = 0;
  const work = (node: Node, index: number | undefined, parent: Parent | undefined) => {
    const { id } = node as Node & { id?: number };
    seen.push(`${node.type} ${id} ${index} ${parent && whole === parent ? 'top' : parent?.type}`);
    calls++;
    if (calls === end) return EXIT;
    if (!parent || index === undefined) return undefined;
    if (calls % 11 === 0) {
      parent.children.splice(index, 1);
      return index;
    }
    if (calls % 13 === 0) {
      parent.children.splice(index, 0, { type: 'b', id: -calls } as Node);
      return index + 2;
    }
    if (calls % 17 === 0) return [SKIP, index + 1] as const;
    return calls % 5 === 0 ? SKIP : undefined;
  };
  if (test === undefined) visit(whole, work as never);
  else visit(whole, test as never, work as never);
  return JSON.stringify([seen, whole]);
}

test('nodes are visited as by unist-util-visit, whatever the visitor does', () => {
  const odd = ({ id = 1 }: { id?: number }) => id % 2 === 1;
  for (const types of [undefined, 'a', ['b', 'c'], 'none', { type: 'a', id: 12 }, odd, ['c', { id: 7 }]])
    for (const end of [1, 20, 60, 1000]) assert.is(met(visit, types, end), met(visitAsEver as Visit, types, end));
  assert.ok(met(visit, undefined, 1000).length > 2000);
});

test.run();
