import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import type { TheoremKind } from '../../mend/theorem-names.ts';
import type { Label } from '../../tree.ts';
import { elementFor, mergeProperties, propertiesOf } from '../html-element.ts';

/** The kinds whose words stand upright. The words of others, which claim something, are in italics. */
const upright: ReadonlySet<string> = new Set<TheoremKind>([
  'definition',
  'example',
  'exercise',
  'remark',
  'solution',
  'proof',
  'observation',
  'assumption',
  'algorithm',
]);

/** The kinds that speak of a theorem: their labels are less strong. */
const light: ReadonlySet<string> = new Set<TheoremKind>(['remark', 'solution', 'proof', 'observation']);

/**
 * The HTML of a theorem, a proof or the like: its label and name run in before its first words, “Theorem 1 (Name).”,
 * and a proof ends with a sign, unless its author set one.
 */
export function theoremToHtml(state: State, node: ContainerDirective): Element {
  const [first, ...rest] = node.children;
  const name = first?.type === 'label' ? first : undefined;
  const { number, captionLabel = '' } = node.data ?? {};
  const children = state.all({ ...node, children: name ? rest : node.children });
  const { className, ...properties } = propertiesOf(node);
  const own = ((className as string[] | undefined) ?? []).filter((one) => one !== 'unnumbered');
  const classes = [
    'theorem',
    ...(upright.has(node.name) ? ['upright'] : []),
    ...(light.has(node.name) ? ['light'] : []),
  ];
  runIn(headOf(state, captionLabel, name), children);
  if (node.name === 'proof' && !ends.test(textOf({ type: 'root', children: children }).trimEnd())) endProof(children);
  const theorem = elementFor(
    state,
    node,
    'div',
    mergeProperties(
      { ...properties, className: [...classes, ...own] },
      // What references need to know, until they are filled in.
      { dataKind: node.name, ...(number === undefined ? {} : { dataNumber: String(number) }) },
    ),
    children,
  );
  theorem.data = { kind: node.name } as never;
  return theorem;
}

function headOf(state: State, label: string, name: Label | undefined): Element {
  const text = (value: string): ElementContent => ({ type: 'text', value });
  const inner: ElementContent[] = [span('theorem-label', [text(name ? label : `${label}.`)])];
  if (name) {
    inner.push(text(' ('), ...state.all(name), text(').'));
  }
  return span('theorem-head', inner);
}

/** Puts the head before the words of the first paragraph, or in a paragraph of its own before anything else. */
function runIn(head: Element, children: ElementContent[]): void {
  const [first] = children.filter(({ type }) => type === 'element');
  if (first?.type === 'element' && first.tagName === 'p' && !first.properties.className)
    first.children.unshift(head, { type: 'text', value: ' ' });
  else
    children.unshift({ type: 'element', tagName: 'p', properties: { className: ['theorem-line'] }, children: [head] });
}

/** Puts the sign at the end of a proof behind its last words, or in a line of its own below a formula or a table. */
function endProof(children: ElementContent[]): void {
  const last = lastParagraph(children);
  const sign = span('proof-end', [{ type: 'text', value: proofEnd }]);
  if (last) last.children.push({ type: 'text', value: '\u00a0' }, sign);
  else children.push({ type: 'element', tagName: 'p', properties: { className: ['proof-line'] }, children: [sign] });
}

/** The paragraph, or item of a list, with the last words. */
function lastParagraph(children: readonly ElementContent[]): Element | undefined {
  const last = children.findLast((child) => child.type === 'element');
  if (last?.type !== 'element') return undefined;
  if (last.tagName === 'p') return last;
  if (!/^(?:ol|ul|li)$/.test(last.tagName)) return undefined;
  const inner = lastParagraph(last.children);
  return inner ?? (last.tagName === 'li' && last.children.at(-1)?.type === 'text' ? last : undefined);
}

function span(name: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: [name] }, children };
}

const proofEnd = '□';
/** An end that the author gave a proof: a sign, or words. */
const ends =
  /(?:[□■∎◻◼▢▪☐]|\b[Qq]\.?\s?[Ee]\.?\s?[Dd]\.?|(?<!\p{L})(?:що й треба було довести|что и требовалось доказать|w\. ?z\. ?b\. ?w\.)\.?)$/u;
