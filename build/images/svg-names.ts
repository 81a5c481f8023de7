import type { Element } from 'xast';

const svgSpace = 'http://www.w3.org/2000/svg';
const xlinkSpace = 'http://www.w3.org/1999/xlink';

/** The namespace of each prefix; the empty prefix is for names without one. */
type Scope = ReadonlyMap<string, string>;

/** True if an element is the root of an SVG. A file without namespaces is taken for one. */
export function isSvg(element: Element): boolean {
  const { prefix, local } = partsOf(element.name);
  return local === 'svg' && [svgSpace, undefined].includes(scopeIn(element, new Map()).get(prefix));
}

/**
 * Gives the elements and attributes of an SVG their plain names, whatever prefix they have (`svg:`, `ns0:`), and
 * removes those of other namespaces, which are notes of drawing programs. The content of a foreignObject stays as it
 * is.
 */
export function plainNames(root: Element): void {
  let links = false;
  const rename = (element: Element, outer: Scope): void => {
    const scope = scopeIn(element, outer);
    element.name = partsOf(element.name).local;
    const attributes: Element['attributes'] = {};
    for (const [name, value] of Object.entries(element.attributes)) {
      const { prefix, local } = partsOf(name);
      if (name === 'xmlns' || prefix === 'xmlns') continue;
      if (!prefix) attributes[local] = value;
      else if (prefix === 'xml' && local !== 'base') attributes[name] = value;
      else if (local === 'href' && (scope.get(prefix) ?? xlinkSpace) === xlinkSpace) {
        attributes['xlink:href'] = value;
        links = true;
      }
    }
    element.attributes = attributes;
    if (element.name.toLowerCase() === 'foreignobject') return;
    element.children = element.children.filter(
      (child) => child.type !== 'element' || spaceOf(child, scope) === svgSpace,
    );
    for (const child of element.children) if (child.type === 'element') rename(child, scope);
  };
  const { prefix } = partsOf(root.name);
  rename(root, new Map([[prefix, svgSpace]]));
  root.attributes = { xmlns: svgSpace, ...(links ? { 'xmlns:xlink': xlinkSpace } : {}), ...root.attributes };
}

function spaceOf(element: Element, outer: Scope): string | undefined {
  return scopeIn(element, outer).get(partsOf(element.name).prefix);
}

function scopeIn({ attributes }: Element, outer: Scope): Scope {
  const own = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    const { prefix, local } = partsOf(name);
    if (name === 'xmlns') return [['', value ?? '']];
    return prefix === 'xmlns' ? [[local, value ?? '']] : [];
  });
  return own.length > 0 ? new Map([...outer, ...own]) : outer;
}

function partsOf(name: string): { prefix: string; local: string } {
  const at = name.indexOf(':');
  return { prefix: name.slice(0, Math.max(0, at)), local: name.slice(at + 1) };
}
