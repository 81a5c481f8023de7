import type { Element, ElementContent } from 'hast';

/** Takes the calls that stand in the words of a link out of it, and puts them after it: no link may hold another. */
export function liftCalls(parent: Element): void {
  if (!parent.children.some(isLink)) return;
  parent.children = parent.children.flatMap((child): ElementContent[] =>
    isLink(child) ? [child, ...callsOutOf(child)] : [child],
  );
}

function callsOutOf(element: Element): Element[] {
  const calls: Element[] = [];
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (isCall(child)) {
      calls.push(child);
      return [];
    }
    calls.push(...callsOutOf(child));
    return [child];
  });
  return calls;
}

function isLink(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'a' && !isCall(node);
}

/** Whether an element is the call of a note. */
export function isCall(element: Element): boolean {
  return ((element.properties.className as string[] | undefined) ?? []).includes('call');
}
