import type { Element, ElementContent } from 'hast';
import { hasClass } from '../../../text/has-class.ts';

/** The sign in place of each character of a superscript or subscript, which a number ends before. */
export const raisedSign = '\ufffc';

/** A cell’s text as its number is read and counted: without calls, and with a sign for what is raised or lowered. */
export function cellText(cell: Element): string {
  const textOf = (node: ElementContent, raised: boolean): string => {
    if (node.type === 'text') return raised ? raisedSign.repeat(node.value.length) : node.value;
    if (node.type !== 'element' || hasClass(node, 'call')) return '';
    return node.children.map((child) => textOf(child, raised || /^su[bp]$/.test(node.tagName))).join('');
  };
  return cell.children.map((child) => textOf(child, false)).join('');
}
