import type { Link, Nodes, Text } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { Naming } from '../../tree.ts';
import { attributesOf } from '../../tree.ts';
import { asId } from '../attributes/read.ts';
import { bracesOf } from '../attributes/write.ts';

/** Writers of links and of cross-references without words of their own. `ids` are the ids of the manuscript. */
export function linksToMarkdown(ids: ReadonlySet<string>) {
  const link = (node: Link, parent: Nodes | undefined, state: State, info: Info): string =>
    node.data?.naming
      ? `${reference(node.url.slice(1), node.data.naming, ids)}${bracesOf(node)}`
      : writeLink(node, parent, state, info);
  return { link: Object.assign(link, { peek: peekLink }) };
}

function writeLink(node: Link, parent: Nodes | undefined, state: State, info: Info): string {
  // Inside brackets, which may become a link, addresses are not found.
  const inBrackets = state.stack.includes('label') || isOpen(node, parent);
  if (!inBrackets && isBare(node, parent, info)) return node.url;
  return `${defaultHandlers.link({ ...node, title: null }, parent as never, state, info)}${bracesOf(node)}`;
}

function peekLink(node: Link): string {
  const naming = node.data?.naming;
  if (naming) return /^(?:label|number)$/.test(naming) ? '[' : '\\';
  if (!isAddress(node)) return '[';
  return bare.test(node.url) ? 'h' : '<';
}

/**
 * A cross-reference whose words the build makes. One to an unknown id is written as in MyST, the only form that is read
 * as a reference then.
 */
function reference(id: string, naming: Naming, ids: ReadonlySet<string>): string {
  if (!ids.has(asId(id)) && (naming === 'label' || naming === 'words'))
    return `${naming === 'label' ? '{numref}' : '{ref}'}\`${id}\``;
  if (naming === 'label') return `[@${id}]`;
  if (naming === 'number') return `[-@${id}]`;
  return naming === 'page' ? `\\pageref{${id}}` : `\\nameref{${id}}`;
}

/** True if the words before a link have an open bracket. */
function isOpen(node: Link, parent: Nodes | undefined): boolean {
  const siblings: readonly Nodes[] = parent && 'children' in parent ? parent.children : [];
  const before = siblings.slice(0, siblings.indexOf(node)).map((one) => (one.type === 'text' ? one.value : ''));
  return before.join('').split('[').length > before.join('').split(']').length;
}

/** True if the words of a link are its address. */
function isAddress(node: Link): boolean {
  const [only, ...others] = node.children;
  return only?.type === 'text' && others.length === 0 && (only as Text).value === node.url && textOf(node) !== '';
}

/**
 * True if an address is read as a link without marks around it. A no-break space after it is written `\ `, whose
 * backslash would belong to it.
 */
function isBare(node: Link, parent: Nodes | undefined, { before }: Info): boolean {
  const siblings: readonly Nodes[] = parent && 'children' in parent ? parent.children : [];
  const [next, ...others] = siblings.slice(siblings.indexOf(node) + 1);
  const after = next?.type === 'text' ? next.value : next ? 'x' : '';
  return (
    isAddress(node) &&
    Object.keys(attributesOf(node)).length === 0 &&
    bare.test(node.url) &&
    /(?:^|[\s(])$/.test(before.slice(-1)) &&
    /^[.,;:!?)]*[ \t\n]/.test(`${after}${others.length > 0 ? '' : ' '}`)
  );
}

/** An address without characters that would end it or that Markdown would read. */
const bare = /^https?:\/\/(?:[a-z\d-]+\.)+[a-z\d-]+(?::\d+)?(?:\/(?:[\w/%#=+:.~-]*[\w/=])?)?$/;
