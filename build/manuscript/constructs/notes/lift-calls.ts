import type { Element, ElementContent } from 'hast';

/** Moves calls out of the words of links, to the place after the link, because a link may not contain another. */
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

/** True if an element is the call of a note. */
export function isCall(element: Element): boolean {
  return ((element.properties.className as string[] | undefined) ?? []).includes('call');
}
