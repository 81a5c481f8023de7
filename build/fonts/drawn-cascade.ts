import { compile, type Options } from 'css-select';
import { type AtRule, type Declaration, parse, type Root as Sheet } from 'postcss';
import type { Element, ElementContent } from 'xast';
import { type FontDeclarations, fontDeclarationsOf } from './font-rules.ts';
import { parseSelector } from './selector.ts';

type Adapter = NonNullable<Options<ElementContent, Element>['adapter']>;

/** The properties of a drawing's letters that decide on their face, and what they are painted with. */
export interface DrawnSetting {
  family: string[];
  weight: number;
  italic: boolean;
  fill: string;
  stroke: string;
  strokeWidth: string;
}

/** A rule of a drawing’s stylesheet that concerns faces. */
interface Rule {
  applies: (element: Element) => boolean;
  specificity: number;
  important: boolean;
  said: SaidHere;
}

type SaidHere = FontDeclarations & { [Paint in 'fill' | 'stroke' | 'strokeWidth']?: string };

/**
 * Returns a function that finds how the letters of an element of a drawing are set: by stylesheets, attributes and
 * inheritance (CSS Cascade 4, section 6).
 */
export function drawnCascade(svg: Element): (element: Element) => DrawnSetting {
  const parents = new Map<Element, Element>();
  const sheets: string[] = [];
  const enter = (element: Element): void => {
    if (element.name === 'style') sheets.push(ownTextOf(element));
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      parents.set(child, element);
      enter(child);
    }
  };
  enter(svg);
  const rules = sheets.flatMap((css) => rulesOf(parse(css), adapterFor(parents)));
  rules.sort((one, other) => Number(one.important) - Number(other.important) || one.specificity - other.specificity);
  const known = new Map<Element, DrawnSetting>();
  const settingOf = (element: Element): DrawnSetting => {
    const already = known.get(element);
    if (already) return already;
    const parent = parents.get(element);
    const inherited = parent ? settingOf(parent) : initial;
    const setting = applied(inherited, saidOf(element, rules));
    known.set(element, setting);
    return setting;
  };
  return settingOf;
}

const initial: DrawnSetting = {
  family: [],
  weight: 400,
  italic: false,
  fill: 'black',
  stroke: 'none',
  strokeWidth: '1',
};

function read(declaration: { prop: string; value: string }): SaidHere {
  const { prop, value } = declaration;
  if (prop === 'fill' || prop === 'stroke') return { [prop]: value.trim().toLowerCase() };
  return prop === 'stroke-width' ? { strokeWidth: value.trim().toLowerCase() } : fontDeclarationsOf(declaration);
}

/** The declarations for an element, the weakest first. */
function saidOf(element: Element, rules: readonly Rule[]): SaidHere[] {
  const own = Object.entries(element.attributes).map(([prop, value]) => read({ prop, value: value ?? '' }));
  const holding = rules.filter(({ applies }) => applies(element));
  const inline = declarationsIn(element.attributes.style ?? '');
  const loud = (important: boolean) => inline.filter((one) => Boolean(one.important) === important).map(read);
  const of = (important: boolean) => holding.filter((one) => one.important === important).map(({ said }) => said);
  return [...own, ...of(false), ...loud(false), ...of(true), ...loud(true)];
}

function applied(inherited: DrawnSetting, said: readonly SaidHere[]): DrawnSetting {
  const setting = { ...inherited };
  for (const { family, weight, italic, ...paints } of said) {
    for (const paint of ['fill', 'stroke', 'strokeWidth'] as const) {
      const value = paints[paint];
      if (value) setting[paint] = value === 'inherit' ? inherited[paint] : value;
    }
    if (family) setting.family = family === 'inherit' ? inherited.family : family;
    if (weight) setting.weight = weight === 'inherit' ? inherited.weight : weight;
    if (italic !== undefined) setting.italic = italic === 'inherit' ? inherited.italic : italic;
  }
  return setting;
}

/** The declarations of a `style` attribute; none if it cannot be read. */
function declarationsIn(style: string): Declaration[] {
  try {
    return parse(style).nodes.filter((node): node is Declaration => node.type === 'decl');
  } catch {
    return [];
  }
}

function rulesOf(sheet: Sheet, adapter: Adapter): Rule[] {
  const rules: Rule[] = [];
  sheet.walkRules((rule) => {
    if (!holds(rule.parent as AtRule | Sheet)) return;
    const found = rule.nodes.filter((node): node is Declaration => node.type === 'decl');
    for (const important of [false, true]) {
      const said = Object.assign({}, ...found.filter((one) => Boolean(one.important) === important).map(read));
      if (Object.keys(said).length === 0) continue;
      for (const selector of rule.selectors) {
        const applies = matcher(selector, adapter);
        if (applies) rules.push({ applies, specificity: parseSelector(selector).specificity, important, said });
      }
    }
  });
  return rules;
}

/** True if a rule applies in print and on a light ground: rules for dark screens and keyframes do not. */
function holds(parent: AtRule | Sheet): boolean {
  if (parent.type === 'root') return true;
  if (parent.type !== 'atrule' || /keyframes/i.test(parent.name)) return false;
  return !/\b(dark|speech|not)\b/i.test(parent.params) && holds(parent.parent as AtRule | Sheet);
}

/** Undefined for an unknown selector, or one that depends on a mouse. */
function matcher(selector: string, adapter: Adapter): Rule['applies'] | undefined {
  try {
    return compile<ElementContent, Element>(selector.replace(/(^|[\s>+~(,])[\w-]*\|/g, '$1'), {
      adapter,
      xmlMode: true,
    });
  } catch {
    return undefined;
  }
}

/** The access to a drawing that css-select needs. */
function adapterFor(parents: ReadonlyMap<Element, Element>): Adapter {
  const isTag = (node: ElementContent): node is Element => node.type === 'element';
  const childrenOf = (node: ElementContent) => (isTag(node) ? node.children : []);
  return {
    isTag,
    getAttributeValue: ({ attributes }, name) => attributes[name] ?? undefined,
    getChildren: childrenOf,
    getName: ({ name }) => name,
    getParent: (node) => parents.get(node) ?? null,
    getSiblings: (node) => (isTag(node) ? (parents.get(node)?.children ?? [node]) : []),
    getText: (node) => (isTag(node) ? ownTextOf(node) : ''),
    hasAttrib: ({ attributes }, name) => name in attributes,
    removeSubsets: (nodes) => nodes,
  };
}

/** The text directly inside an element. */
export function ownTextOf({ children }: Element): string {
  return children.map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : '')).join('');
}
