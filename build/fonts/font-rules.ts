import type { Declaration, Root, Rule } from 'postcss';
import { parse } from 'postcss';
import { familyNames } from '../styles/family-names.ts';
import { parseSelector, type Selector } from './selector.ts';

/** The properties that decide on the characters and the face of a text. */
export interface FontProperties {
  /** Families, first choice first. */
  family: string[];
  weight: number;
  italic: boolean;
  /** Other letters are shown than the text has: `text-transform`. */
  transformed: boolean;
  /** Set in small capitals, which a reader may have to make of capitals. */
  smallCaps: boolean;
}

/** The values that a rule gives these properties. */
export type FontDeclarations = { [Fact in keyof FontProperties]?: FontProperties[Fact] | 'inherit' };

export interface FontRule {
  selector: Selector;
  /** False where the rule holds only at times: in `@media`, or by a pseudo-class. */
  certain: boolean;
  /** Later in the cascade is greater. */
  rank: number;
  facts: FontDeclarations;
  /** Text that the rule puts before or after the element. */
  content: string;
  /** The attributes whose values it puts there. */
  shown: readonly string[];
}

/** The own rules of browsers and e-book readers. */
const unstyled = `
  b, strong, th, h1, h2, h3, h4, h5, h6 { font-weight: bold }
  i, em, cite, dfn, var, address { font-style: italic }
  code, kbd, samp, pre { font-family: monospace }`;

/** The rules of a stylesheet that concern faces, behind the browsers’ own. */
export function fontRules(sheet: Root): FontRule[] {
  return [...rulesOf(parse(unstyled), -1e9), ...rulesOf(sheet, 0)];
}

function rulesOf(sheet: Root, base: number): FontRule[] {
  const rules: FontRule[] = [];
  sheet.walkRules((rule) => {
    const facts: FontDeclarations = {};
    let content = '';
    const shown: string[] = [];
    rule.each((node) => {
      if (node.type !== 'decl') return;
      Object.assign(facts, fontDeclarationsOf(node));
      if (node.prop !== 'content') return;
      content += stringsIn(node.value);
      for (const [, name = ''] of node.value.matchAll(/attr\(\s*([\w-]+)/g)) shown.push(name);
    });
    if (Object.keys(facts).length === 0 && !content && shown.length === 0) return;
    for (const text of rule.selectors) {
      const selector = parseSelector(text);
      const certain = selector.certain && isUnconditional(rule);
      rules.push({ selector, certain, rank: base + selector.specificity * 1e4 + rules.length, facts, content, shown });
    }
  });
  return rules;
}

function isUnconditional(rule: Rule): boolean {
  return rule.parent?.type === 'root';
}

/** The values that a declaration gives these properties; empty if it declares something else. */
export function fontDeclarationsOf({ prop: name, value }: Pick<Declaration, 'prop' | 'value'>): FontDeclarations {
  const prop = name.toLowerCase();
  const inherit = value === 'inherit';
  if (prop === 'font-family') return { family: inherit ? 'inherit' : familyNames(value) };
  if (prop === 'font-weight') return { weight: inherit ? 'inherit' : weightIn(value) };
  if (prop === 'font-style') return { italic: inherit ? 'inherit' : isItalic(value) };
  if (prop === 'text-transform') return { transformed: inherit ? 'inherit' : value !== 'none' };
  if (prop === 'font-variant' || prop === 'font-variant-caps')
    return { smallCaps: inherit ? 'inherit' : isCaps(value) };
  return prop === 'font' ? readShorthand(value) : {};
}

/** `italic 600 0.8em/1.2 "Source Sans 3", sans-serif` */
function readShorthand(value: string): FontDeclarations {
  if (value === 'inherit') return { family: value, weight: value, italic: value, smallCaps: value };
  const size = String.raw`[\d.]+[a-z%]+|[\w-]*(?:small|medium|large)[a-z]*`;
  const parts = new RegExp(String.raw`^(.*?)(?:^|\s)(?:${size})(?:\s*/\s*\S+)?\s+(.+)$`, 's').exec(value);
  const [, before = '', families = ''] = parts ?? [];
  return {
    family: familyNames(families),
    weight: weightIn(before),
    italic: isItalic(before),
    smallCaps: isCaps(before),
  };
}

/** `bolder` and `lighter` are taken as if the element stood in text of the usual weight. */
function weightIn(value: string): number {
  return /bold/i.test(value) ? 700 : Number(/\d{3}/.exec(value)?.[0] ?? 400);
}

function isItalic(value: string): boolean {
  return /italic|oblique/i.test(value);
}

function isCaps(value: string): boolean {
  return /caps|unicase/.test(value);
}

function stringsIn(value: string): string {
  const strings = [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  return strings
    .join('')
    .replace(/\\([0-9a-fA-F]{1,6})\s?/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
}
