/**
 * Finds the elements on which the stylesheet sets any line property. All others inherit them and need not be looked at:
 * there are thousands of elements, and dozens of properties.
 */
export function elementsWithRules(names: readonly string[]): Set<Element> {
  const selectors: string[] = [];
  const says = (style: CSSStyleDeclaration) => names.some((name) => style.getPropertyValue(`--${name}`) !== '');
  const look = (rules: CSSRuleList) => {
    for (const rule of rules) {
      const { selectorText, style, cssRules } = rule as CSSStyleRule;
      // The selector of a nested rule is only a part.
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
