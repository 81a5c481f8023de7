import type { Nodes, Root } from 'hast';

/**
 * The words of a tree for places without superscripts, such as bookmarks, an e-book’s NCX and metadata: m² and H₂O for
 * m<sup>2</sup> and H<sub>2</sub>O. Letters without such characters in Unicode stay as they are.
 */
export function plainWords(node: Root | Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const words = node.children.map(plainWords).join('');
  const signs = node.type === 'element' ? moved[node.tagName] : undefined;
  if (!signs) return words;
  const all = [...words].map((sign) => signs[plain.indexOf(sign)]);
  return all.includes(undefined) ? words : all.join('');
}

const plain = [...'0123456789+-−=()ni'];
const moved: Record<string, readonly string[]> = {
  sup: [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'],
  sub: [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢ'],
};
