import type { Nodes, Root } from 'hast';

/**
 * The words of a tree for places without superscripts, such as bookmarks, an e-book’s NCX and metadata: m² and H₂O for
 * m<sup>2</sup> and H<sub>2</sub>O. Letters without such characters in Unicode stay as they are.
 */
export function plainWords(node: Root | Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const all = node.children.map(plainWords);
  const words = all.join('');
  if (node.type !== 'element') return words;
  // The index of a formula is the last part of its node.
  if (/^ms(?:up|ub)$/.test(node.tagName)) return (all[0] ?? '') + raised(all.slice(1).join(''), node.tagName.slice(1));
  return raised(words, node.tagName);
}

/** Words as superscripts or subscripts, if Unicode has them all. */
function raised(words: string, tagName: string): string {
  const signs = moved[tagName];
  if (!signs) return words;
  const all = [...words].map((sign) => signs[plain.indexOf(sign)]);
  return all.includes(undefined) ? words : all.join('');
}

const plain = [...'0123456789+-−=()ni'];
const moved: Record<string, readonly string[]> = {
  sup: [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'],
  sub: [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢ'],
};
