/**
 * Finds the elements for which the stylesheet changes how lines are set. All others inherit it and need not be looked
 * at: there are thousands of them, and dozens of numbers.
 */
export function elementsWithRules(names: readonly string[]): Set<Element> {
  const selectors: string[] = [];
  const says = (style: CSSStyleDeclaration) => names.some((name) => style.getPropertyValue(`--${name}`) !== '');
  const look = (rules: CSSRuleList) => {
    for (const rule of rules) {
      const { selectorText, style, cssRules } = rule as CSSStyleRule;
      // Of a rule in a rule, the selector is only a part.
      const nested = rule.parentRule instanceof CSSStyleRule;
      if ((nested || rule instanceof CSSStyleRule) && style && says(style)) selectors.push(nested ? '*' : selectorText);
      if (cssRules) look(cssRules);
    }
  };
  for (const sheet of document.styleSheets) look(sheet.cssRules);
  const found = new Set<Element>([document.body]);
  for (const selector of selectors) for (const element of document.querySelectorAll(selector)) found.add(element);
  for (const element of document.querySelectorAll<HTMLElement>('[style*="--"]')) found.add(element);
  return found;
}
