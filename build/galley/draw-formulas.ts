import type { Element, ElementContent, Root } from 'hast';
import { drawnFormula, type Outline } from '../issue/drawn-formula.ts';

/**
 * Copies a tree and draws its formulas: an outline for each, or several with spaces between, where a line may end. The
 * first has the words for listeners. Sizes are in shares of `--formula-em`, which follows from the face of the text.
 */
export function drawFormulas<T extends Root | readonly ElementContent[]>(tree: T): T {
  if (Array.isArray(tree)) return tree.map(drawIn) as unknown as T;
  return { ...tree, children: ((tree as Root).children as ElementContent[]).map(drawIn) };
}

function drawIn(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  if (node.tagName === 'math') return drawn(node);
  return node.children.length === 0 ? node : { ...node, children: node.children.map(drawIn) };
}

function drawn(math: Element): Element {
  const formula = drawnFormula(math.data);
  const { alttext, display: _, xmlns: __, className = [], ...others } = math.properties;
  const words = String(alttext ?? '');
  const children = formula ? inPieces(formula.pieces ?? [formula.whole], words) : [];
  // The page takes one of the two (`fix-formulas.ts`).
  if (formula?.rows)
    children.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['outlines-narrow'] },
      children: inPieces(formula.rows, words),
    });
  return {
    ...math,
    tagName: 'span',
    properties: { ...others, className: ['outlines', ...(className as string[])] },
    children,
  };
}

/** Outlines with the spaces between them. The first has the words for listeners. */
function inPieces(outlines: readonly Outline[], words: string): ElementContent[] {
  return outlines.flatMap((outline, i): ElementContent[] => {
    const one = drawing(outline, i === 0 ? words : '');
    if (outline.before === undefined) return [one];
    // The space of the face is about a quarter of an em; the rest is spaced.
    const style = `letter-spacing: ${ems((outline.space ?? 250) - 250)}`;
    const properties = { className: ['formula-gap'], dataBefore: outline.before, style };
    return [{ type: 'element', tagName: 'span', properties, children: [{ type: 'text', value: ' ' }] }, one];
  });
}

/** A length in thousandths of an em of the formula face. */
function ems(thousandths: number): string {
  return `calc(${Number((thousandths / 1000).toFixed(4))} * var(--formula-em, 1em))`;
}

function drawing({ width, height, depth, content }: Outline, words: string): Element {
  const viewBox = [0, -height, width, height + depth].map((number) => Number(number.toFixed(1))).join(' ');
  return {
    type: 'element',
    tagName: 'svg',
    properties: {
      className: ['outline'],
      role: 'img',
      ariaLabel: words,
      viewBox,
      fill: 'currentColor',
      // It takes no height of its line; where that is too little, the page gives it more (`fix-formulas.ts`).
      style: `width: ${ems(width)}; height: ${ems(height + depth)}; margin: ${ems(-height)} 0 ${ems(-depth)}`,
    },
    children: content,
  };
}
