import type { Element } from 'hast';
import { isCall } from './lift-calls.ts';

/** Marks each call that directly follows another, so that styles can separate them: 1 and 2 are not 12. */
export function markAdjacentCalls(parent: Element): void {
  parent.children.forEach((child, i) => {
    const before = parent.children[i - 1];
    if (child.type !== 'element' || before?.type !== 'element' || !isCall(child) || !isCall(before)) return;
    child.properties.className = ['call', 'next-call'];
  });
}
