import type { Element, ElementContent } from 'hast';
import type { Nodes, Parents, PhrasingContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Stanza, Verse, VerseLine } from '../../tree.ts';
import { elementFor, propertiesOf, withClasses, withKindClass } from '../html-element.ts';

/**
 * The deepest indent, in steps, past which a line too long for the measure turns over. In verse with deeper ones, it
 * turns over between two steps, so that it has room and does not stand where another line may begin.
 */
const deepestTurn = 4;

/**
 * A line of verse with the steps from its own indent to the deepest one of its verse, and whether it turns over between
 * two steps.
 */
type PlacedLine = VerseLine & { turn?: number; between?: boolean };

/**
 * Handlers for verse. A stanza is a paragraph with a span for each line, so that a screen reader reads it as one
 * paragraph.
 */
export const verseToHtml = {
  verse: (state: State, node: Verse) =>
    elementFor(state, node, 'div', withKindClass(propertiesOf(node), 'verse'), groupStanzas(state.all(node))),
  stanza(state: State, node: Stanza, parent: Parents | undefined) {
    const deepest = deepestIndent(parent ?? node);
    const parted = node.children.flatMap((line, i) => {
      const turn = Math.max(0, Math.min(deepestTurn, deepest) - line.indent);
      const placed: PlacedLine = { ...line, turn, between: deepest > deepestTurn };
      return i === 0 ? [placed] : [{ type: 'break' }, placed];
    }) as PhrasingContent[];
    return elementFor(
      state,
      node,
      'p',
      withClasses(propertiesOf(node), 'stanza'),
      state.all({ type: 'paragraph', children: parted }),
    );
  },
  verseLine: (state: State, node: PlacedLine) =>
    elementFor(
      state,
      node,
      'span',
      {
        className: [
          'line',
          ...(node.indent > 0 ? [`in-${node.indent}`] : []),
          ...(node.turn ? [`turn-${node.turn}`] : []),
          ...(node.between ? ['between'] : []),
        ],
      },
      state.all(node).flatMap(withCaesuras),
    ),
};

/** A part of a line in which two spaces or more between words, a caesura, are a gap of their own. */
function withCaesuras(node: ElementContent): ElementContent[] {
  if (node.type === 'element') return [{ ...node, children: node.children.flatMap(withCaesuras) }];
  if (node.type !== 'text') return [node];
  return node.value.split(/ {2,}/).flatMap((value, i): ElementContent[] => {
    const text: ElementContent[] = value === '' ? [] : [{ ...node, value }];
    if (i === 0) return text;
    const space: ElementContent = { type: 'text', value: ' ' };
    return [{ type: 'element', tagName: 'span', properties: { className: ['caesura'] }, children: [space] }, ...text];
  });
}

/** Children in HTML with an element around stanzas that follow each other, because they share one place. */
export function groupStanzas(children: readonly ElementContent[]): ElementContent[] {
  const grouped: ElementContent[] = [];
  let stanzas: Element | undefined;
  for (const child of children) {
    if (isStanza(child)) {
      if (!stanzas) {
        stanzas = { type: 'element', tagName: 'div', properties: { className: ['stanzas'] }, children: [] };
        grouped.push(stanzas);
      }
      stanzas.children.push(child);
    } else if (child.type !== 'text' || child.value.trim() !== '') {
      stanzas = undefined;
      grouped.push(child);
    }
  }
  return grouped;
}

/** True if a block contains verse. */
export function hasStanzas(node: Nodes): boolean {
  return 'children' in node && node.children.some(({ type }) => type === 'stanza');
}

function isStanza(node: ElementContent): boolean {
  const names = node.type === 'element' ? node.properties.className : undefined;
  return Array.isArray(names) && names.includes('stanza');
}

/** The deepest indent of the lines of a block’s stanzas. */
function deepestIndent(node: Parents): number {
  const lines = (node.children as Nodes[]).flatMap((child) =>
    child.type === 'verseLine' ? [child] : child.type === 'stanza' ? child.children : [],
  );
  return Math.max(0, ...lines.map(({ indent }) => indent));
}
