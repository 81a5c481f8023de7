import type { Declaration, Root } from 'postcss';
import { styleError } from './style-error.ts';

/** The effective declarations of custom properties on `:root` outside of any `@media`: of several, the last. */
export function tokenDeclarations(sheet: Root): Map<string, Declaration> {
  const declared = new Map<string, Declaration>();
  for (const rule of sheet.nodes) {
    if (rule.type !== 'rule' || rule.selector !== ':root') continue;
    rule.each((node) => {
      if (node.type === 'decl' && node.prop.startsWith('--')) declared.set(node.prop, node);
    });
  }
  return declared;
}

/**
 * Resolves the custom properties on `:root` to plain values; `given` takes precedence over the stylesheet. Throws
 * StyleError for one that refers to itself or to a missing one.
 */
export function readTokens(sheet: Root, given: Record<string, string>): Map<string, string> {
  const declared = tokenDeclarations(sheet);
  const tokens = new Map<string, string>();
  const resolve = (name: string, open: string[]): string | undefined => {
    const known = given[name] ?? tokens.get(name);
    if (known !== undefined) return known;
    const declaration = declared.get(name);
    if (!declaration) return undefined;
    if (open.includes(name)) throw styleError(declaration, `${name} refers to itself`);
    const value = substitute(declaration, (other) => resolve(other, [...open, name]));
    tokens.set(name, value);
    return value;
  };
  for (const name of declared.keys()) tokens.set(name, resolve(name, []) ?? '');
  return tokens;
}

/**
 * Replaces every `var()` by its plain value, and removes the custom properties. Throws StyleError for a property that
 * is not on `:root`.
 */
export function resolveTokens(sheet: Root, tokens: Map<string, string>): void {
  sheet.walkDecls((declaration) => {
    if (declaration.prop.startsWith('--')) {
      const rule = declaration.parent;
      declaration.remove();
      if (rule?.nodes?.length === 0) rule.remove();
    } else if (declaration.value.includes('var(')) {
      declaration.value = substitute(declaration, (name) => tokens.get(name));
    }
  });
}

/** A declaration's value with every `var(--name)` and `var(--name, fallback)` replaced, innermost first. */
function substitute(declaration: Declaration, lookUp: (name: string) => string | undefined): string {
  let value = declaration.value;
  for (;;) {
    const next = value.replace(/var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)/, (_, name, fallback) => {
      const found = lookUp(name) ?? fallback?.trim();
      if (found === undefined) throw styleError(declaration, `No ${name} on :root`);
      return found;
    });
    if (next === value) return value.trim();
    value = next;
  }
}
