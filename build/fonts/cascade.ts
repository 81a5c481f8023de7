import { compile, type Options } from 'css-select';
import postcss, { type ChildNode, type Rule, type Root as Sheet } from 'postcss';
import type { Element, Root } from 'xast';
import { familyNames } from '../styles/family-names.ts';
import { specificityOf } from './specificity.ts';

/** The style of an element’s text, as far as its glyphs depend on it. */
export interface TextStyle {
  /** Families, first choice first. */
  families: readonly string[];
  weight: number;
  italic: boolean;
  /** `font-variant-caps` asks for small capitals. */
  smallCaps: boolean;
  /** `text-transform`. */
  transform: string;
  /** The language of the text. */
  lang: string;
}

/** A function that returns the style of any element of one document. */
export type Cascade = (element: Element) => TextStyle;

/** The browsers’ own rules, and those of them that depend on the element’s surroundings. */
const unstyled = `
  b, strong { font-weight: bolder }
  th, h1, h2, h3, h4, h5, h6 { font-weight: bold }
  i, em, cite, dfn, var, address { font-style: italic }
  code, kbd, samp, pre { font-family: monospace }`;

const initial: TextStyle = { families: [], weight: 400, italic: false, smallCaps: false, transform: 'none', lang: '' };

/**
 * The cascade of a print stylesheet over a document, without a browser (CSS Cascade 5, section 6), for the properties
 * that choose faces and glyphs. Custom properties are followed where they are set on the way. Rules that a browser
 * would not understand have no effect, as in a browser.
 */
export function cascadeOf(sheet: Sheet, document: Root): Cascade {
  const parents = parentsIn(document);
  const rules = rulesOf(sheet, adapterFor(document, parents));
  const known = new Map<Element, Computed>();
  const computed = (element: Element): Computed => {
    const before = known.get(element);
    if (before) return before;
    const parent = parents.get(element);
    const inherited = parent ? computed(parent) : { style: initial, custom: new Map<string, string>() };
    const { lang } = element.attributes;
    const around = lang ? { ...inherited, style: { ...inherited.style, lang } } : inherited;
    const made = apply(
      rules.filter(({ matches }) => matches(element)),
      around,
    );
    known.set(element, made);
    return made;
  };
  return (element) => computed(element).style;
}

interface Computed {
  style: TextStyle;
  custom: ReadonlyMap<string, string>;
}

interface FaceRule {
  matches: (element: Element) => boolean;
  declarations: readonly { prop: string; value: string }[];
}

const wanted = /^(font|font-family|font-weight|font-style|font-variant|font-variant-caps|text-transform|all)$/;

/** The rules that concern faces, from the weakest to the strongest. */
function rulesOf(sheet: Sheet, options: Options<Element | Root, Element>): FaceRule[] {
  const used = new Set<string>();
  sheet.walkDecls(wanted, ({ value }) => {
    for (const [, name = ''] of value.matchAll(/var\(\s*(--[\w-]+)/g)) used.add(name);
  });
  const found: (FaceRule & { rank: number })[] = [];
  const collect = (from: Sheet, origin: number): void => {
    from.walkRules((rule) => {
      if (!isPrinted(rule)) return;
      const said = rule.nodes.flatMap((node) =>
        node.type === 'decl' && (wanted.test(node.prop) || used.has(node.prop)) ? [node] : [],
      );
      if (said.length === 0) return;
      for (const selector of selectorsOf(rule)) {
        if (/::|:(before|after|first-line|first-letter)\b/.test(selector)) continue;
        const matches = matcher(selector, options);
        if (!matches) continue;
        const rank = origin + specificityOf(selector) * 1e5 + found.length;
        for (const important of [false, true]) {
          const declarations = said.filter((one) => (one.important === true) === important);
          if (declarations.length > 0) found.push({ matches, declarations, rank: rank + (important ? 1e13 : 0) });
        }
      }
    });
  };
  collect(postcss.parse(unstyled), -1e13);
  collect(sheet, 0);
  return found.sort((a, b) => a.rank - b.rank);
}

/** True if a rule applies in print. */
function isPrinted(rule: Rule): boolean {
  for (
    let at: ChildNode | undefined = rule;
    at;
    at = at.parent?.type === 'root' ? undefined : (at.parent as ChildNode)
  ) {
    if (at.type !== 'atrule') continue;
    if (at.name === 'media' ? !/\b(print|all)\b/.test(at.params) : !/^(supports|layer)$/.test(at.name)) return false;
  }
  return true;
}

/** The selectors of a rule; for a nested rule, combined with those around it. */
function selectorsOf(rule: Rule): string[] {
  const parent = rule.parent;
  if (parent?.type !== 'rule') return rule.selectors;
  const around = `:is(${(parent as Rule).selectors.join(', ')})`;
  return rule.selectors.map((one) => (one.includes('&') ? one.replaceAll('&', around) : `${around} ${one}`));
}

function matcher(
  selector: string,
  options: Options<Element | Root, Element>,
): ((element: Element) => boolean) | undefined {
  try {
    return compile<Element | Root, Element>(selector.replaceAll(/:where\(/g, ':is('), options);
  } catch {
    return undefined;
  }
}

function apply(rules: readonly FaceRule[], { style: inherited, custom: around }: Computed): Computed {
  if (rules.length === 0) return { style: inherited, custom: around };
  let custom = around;
  for (const { declarations } of rules) {
    for (const { prop, value } of declarations) if (prop.startsWith('--')) custom = new Map(custom).set(prop, value);
  }
  let style = inherited;
  for (const { declarations } of rules) {
    for (const { prop, value } of declarations) {
      if (prop.startsWith('--')) continue;
      const plain = substitute(value, custom);
      if (plain !== undefined) style = { ...style, ...read(prop, plain.trim(), inherited) };
    }
  }
  return { style, custom };
}

function substitute(value: string, custom: ReadonlyMap<string, string>): string | undefined {
  let text = value;
  for (let depth = 0; depth < 20 && text.includes('var('); depth++) {
    let isBroken = false;
    text = text.replace(/var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)/g, (_, name: string, fallback?: string) => {
      const found = custom.get(name) ?? fallback;
      isBroken ||= found === undefined;
      return found ?? '';
    });
    if (isBroken) return undefined;
  }
  return text;
}

function read(prop: string, value: string, inherited: TextStyle): Partial<TextStyle> {
  if (prop === 'font') return readShorthand(value, inherited);
  if (/^(inherit|unset|revert|revert-layer)$/.test(value)) return pick(prop, inherited);
  if (value === 'initial') return pick(prop, initial);
  if (prop === 'font-family') return { families: familyNames(value) };
  if (prop === 'font-weight') return { weight: weightIn(value, inherited.weight) };
  if (prop === 'font-style') return { italic: /italic|oblique/.test(value) };
  if (prop === 'text-transform') return { transform: value };
  if (prop === 'font-variant' || prop === 'font-variant-caps')
    return { smallCaps: /small-caps|petite|unicase/.test(value) };
  return {};
}

function pick(prop: string, from: TextStyle): Partial<TextStyle> {
  const { families, weight, italic, smallCaps, transform } = from;
  if (prop === 'font-family') return { families };
  if (prop === 'font-weight') return { weight };
  if (prop === 'font-style') return { italic };
  if (prop === 'text-transform') return { transform };
  return prop === 'all' ? { families, weight, italic, smallCaps, transform } : { smallCaps };
}

/** `italic 600 0.8em/1.2 "Source Sans 3", sans-serif` */
function readShorthand(value: string, inherited: TextStyle): Partial<TextStyle> {
  if (/^(inherit|unset|revert)$/.test(value)) return { ...inherited, transform: inherited.transform };
  const size = String.raw`(?:[\d.]+[a-z%]+|[\w-]*(?:small|medium|large)[a-z]*|(?:calc|min|max|clamp|round)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))`;
  const [, before = '', families = ''] =
    new RegExp(String.raw`^(.*?)(?:^|\s)${size}(?:\s*/\s*(?:${size}|[\d.]+|normal))?\s+(.+)$`, 's').exec(value) ?? [];
  if (!families) return {};
  return {
    families: familyNames(families),
    weight: weightIn(before, inherited.weight),
    italic: /italic|oblique/.test(before),
    smallCaps: /small-caps/.test(before),
  };
}

/** Relative weights follow CSS Fonts 4, section 2.2.1. */
function weightIn(value: string, inherited: number): number {
  if (/\bbolder\b/.test(value)) return inherited < 350 ? 400 : inherited < 550 ? 700 : 900;
  if (/\blighter\b/.test(value)) return inherited < 550 ? 100 : inherited < 750 ? 400 : 700;
  if (/\bbold\b/.test(value)) return 700;
  return Number(/\b\d{3}\b/.exec(value)?.[0] ?? 400);
}

function parentsIn(document: Root): Map<Element, Element> {
  const parents = new Map<Element, Element>();
  const visit = (parent: Element | Root): void => {
    for (const child of parent.children as Root['children']) {
      if (child.type !== 'element') continue;
      if (parent.type === 'element') parents.set(child, parent);
      visit(child);
    }
  };
  visit(document);
  return parents;
}

/** The access to a tree that css-select needs. */
function adapterFor(document: Root, parents: ReadonlyMap<Element, Element>): Options<Element | Root, Element> {
  const isElement = (node: Element | Root): node is Element => node.type === 'element';
  const childrenOf = ({ children }: Element | Root): Element[] =>
    (children as Root['children']).filter((child): child is Element => child.type === 'element');
  return {
    xmlMode: true,
    adapter: {
      isTag: isElement,
      getName: ({ name }) => name,
      getChildren: childrenOf,
      getParent: (element) => parents.get(element) ?? null,
      getSiblings: (node) => childrenOf((isElement(node) && parents.get(node)) || document),
      getAttributeValue: ({ attributes }, name) => attributes[name] ?? undefined,
      hasAttrib: ({ attributes }, name) => name in attributes,
      getText: () => '',
      removeSubsets: (nodes) => nodes,
    },
    pseudos: {
      lang: (element, range) => {
        let at: Element | undefined = element;
        while (at && at.attributes.lang === undefined) at = parents.get(at);
        const lang = (at?.attributes.lang ?? '').toLowerCase();
        return (range ?? '').split(',').some((one) => {
          const asked = one
            .trim()
            .replace(/^["']|["']$/g, '')
            .toLowerCase();
          return lang === asked || lang.startsWith(`${asked}-`);
        });
      },
    },
  };
}
