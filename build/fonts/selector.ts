import type { Element } from 'xast';

/** The demands of a selector on one element, without pseudo-classes. */
interface Compound {
  tag?: string;
  id?: string;
  classes: string[];
  attributes: { name: string; operator: string; value: string }[];
}

/** A CSS selector, as far as it can be judged without a browser. */
export interface Selector {
  /** From the outermost ancestor to the element itself. */
  steps: { compound: Compound /** True if the element is a child of the one before. */; child: boolean }[];
  /**
   * False if parts of the selector were ignored (pseudo-classes, siblings): a matching element may still not be meant.
   */
  certain: boolean;
  /** For comparing: ids × 10,000 + classes × 100 + types (Selectors 4, section 17). */
  specificity: number;
}

/** Parses one selector, without commas. */
export function parseSelector(text: string): Selector {
  let rest = text.replaceAll(':root', 'html').replaceAll(/\s*([>+~])\s*(?![^[]*\])/g, ' $1 ');
  const plain = rest;
  // From the innermost bracket outwards: :not(:is(a, b)).
  while (pseudo.test(rest)) rest = rest.replace(pseudo, '');
  const steps: Selector['steps'] = [];
  let certain = rest === plain;
  let child = false;
  for (const part of rest.match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? []) {
    if (part === '>') child = true;
    else if (part === '+' || part === '~') {
      child = steps.pop()?.child ?? false;
      certain = false;
    } else {
      steps.push({ compound: parseCompound(part), child });
      child = false;
    }
  }
  if (steps.length === 0) steps.push({ compound: parseCompound('*'), child: false });
  const specificity = steps.reduce((sum, { compound }) => sum + weigh(compound), 0);
  return { steps, certain, specificity };
}

/** True if a selector may match the last element of a path (from the root down). */
export function matches({ steps }: Selector, path: readonly Element[]): boolean {
  return matchesFrom(steps, steps.length - 1, path, path.length - 1);
}

function matchesFrom(steps: Selector['steps'], step: number, path: readonly Element[], at: number): boolean {
  const element = path[at];
  const { compound, child } = steps[step] ?? {};
  if (!element || !compound || !fits(compound, element)) return false;
  if (step === 0) return true;
  if (child) return matchesFrom(steps, step - 1, path, at - 1);
  for (let above = at - 1; above >= 0; above--) if (matchesFrom(steps, step - 1, path, above)) return true;
  return false;
}

const pseudo = /::?[\w-]+(?:\([^()]*\))?/;
const attribute = /\[\s*((?:[\w-]+\|)?[\w:-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]+))\s*)?\]/g;

function parseCompound(text: string): Compound {
  const attributes = [...text.matchAll(attribute)].map(([, name = '', operator = '', ...values]) => ({
    name: name.replace('|', ':'),
    operator,
    value: values.find((value) => value !== undefined) ?? '',
  }));
  const simple = text.replaceAll(attribute, '');
  const tag = /^[\w-]+/.exec(simple)?.[0];
  const id = /#([\w-]+)/.exec(simple)?.[1];
  const classes = [...simple.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
  return { ...(tag ? { tag } : {}), ...(id ? { id } : {}), classes, attributes };
}

function weigh({ tag, id, classes, attributes }: Compound): number {
  return (id ? 10_000 : 0) + 100 * (classes.length + attributes.length) + (tag ? 1 : 0);
}

function fits(compound: Compound, { name, attributes }: Element): boolean {
  if (compound.tag && compound.tag !== name) return false;
  if (compound.id && compound.id !== attributes.id) return false;
  const classes = attributes.class?.split(/\s+/) ?? [];
  if (!compound.classes.every((wanted) => classes.includes(wanted))) return false;
  return compound.attributes.every((wanted) => holds(attributes[wanted.name], wanted));
}

function holds(found: string | null | undefined, { operator, value }: Compound['attributes'][number]): boolean {
  if (found === undefined || found === null) return false;
  if (operator === '') return true;
  if (operator === '~=') return found.split(/\s+/).includes(value);
  if (operator === '|=') return found === value || found.startsWith(`${value}-`);
  if (operator === '^=') return found.startsWith(value);
  if (operator === '$=') return found.endsWith(value);
  return operator === '*=' ? found.includes(value) : found === value;
}
