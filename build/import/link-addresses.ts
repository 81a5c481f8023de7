import type { Link, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';

/**
 * Makes links of the addresses that an author only typed. As mere text, each would need a backslash, and lead nowhere.
 * One that goes on behind other words, or that a space has cut at a hyphen, stays as it is.
 */
export function linkAddresses(tree: Root): void {
  walk(tree, false);
}

/** Links addresses below a node; `mayGoOn` is true if other words may follow on its end without a space. */
function walk(parent: Parents, mayGoOn: boolean): void {
  if (parent.type === 'link') return;
  const children = parent.children as Nodes[];
  parent.children = children.flatMap((child, i): Nodes[] => {
    const next = children[i + 1];
    const goesOn = isWords(child) && (next ? isWords(next) && !startsApart(next) : mayGoOn);
    if (child.type === 'text') return linked(child, goesOn);
    if ('children' in child) walk(child, goesOn);
    return [child];
  }) as typeof parent.children;
}

/** True for words, which others may follow without a space. */
const isWords = ({ type }: Nodes): boolean =>
  /^(?:text|span|emphasis|strong|superscript|subscript|delete|link|inlineCode|formula)$/.test(type);

const startsApart = (node: Nodes): boolean => node.type === 'text' && afterAddress.test(node.value.slice(0, 20));

const address =
  /(?<![\p{L}\p{N}/@._-])(?:https?:\/\/[^\s<>"“”«»„[\]{}|\\^`]*[\p{L}\p{N}/=#_]|[\w.+-]*\w@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?![\p{L}\p{N}@_-])/giu;

/** What may follow on an address. */
const afterAddress = /^(?:[.,;:!?)\]'"’»”“…>]|[—–](?=\s))*(?:\s|$)/;

function linked({ value, ...rest }: Text, mayGoOn: boolean): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let last = 0;
  const text = (to: number): void => {
    if (to > last) parts.push({ ...rest, value: value.slice(last, to) });
  };
  for (const { 0: found, index } of value.matchAll(address)) {
    const end = index + found.length;
    const url = /^https?:/i.test(found) ? found : `mailto:${found}`;
    const isWhole = end === value.length ? !mayGoOn : afterAddress.test(value.slice(end, end + 20));
    if (!URL.canParse(url) || !isWhole) continue;
    text(index);
    parts.push({ type: 'link', url, title: null, children: [{ type: 'text', value: found }] } satisfies Link);
    last = end;
  }
  if (parts.length === 0) return [{ value, ...rest }];
  text(value.length);
  return parts;
}
