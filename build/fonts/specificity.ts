import { parse, type Selector } from 'css-what';

/**
 * The specificity of one selector (Selectors 4, section 17): ids × 10,000 + classes × 100 + types. Zero for one that
 * cannot be read.
 */
export function specificityOf(selector: string): number {
  try {
    return Math.max(0, ...parse(selector).map(sum));
  } catch {
    return 0;
  }
}

function sum(tokens: readonly Selector[]): number {
  return tokens.reduce((total, token) => total + weigh(token), 0);
}

function weigh(token: Selector): number {
  if (token.type === 'attribute') return token.name === 'id' && token.action === 'equals' ? 10_000 : 100;
  if (token.type === 'tag' || token.type === 'pseudo-element') return 1;
  if (token.type !== 'pseudo') return 0;
  if (token.name === 'where') return 0;
  // These count as much as the strongest selector in their brackets.
  if (/^(is|not|has|matches)$/.test(token.name) && Array.isArray(token.data))
    return Math.max(0, ...token.data.map(sum));
  return 100;
}
