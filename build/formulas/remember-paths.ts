import wgxpath, { type XPathDocument, type XPathExpression } from 'wicked-good-xpath';

/**
 * Has the package that evaluates XPath keep each expression that it parsed. The speech rule engine asks it a few
 * hundred expressions for every formula, always the same, and parsing them is half of its work. To be called before
 * the engine is loaded: it has its evaluator from `install`.
 */
export function rememberPaths(): void {
  const { install } = wgxpath;
  wgxpath.install = (target) => {
    install(target);
    const { document } = target;
    const known = new Map<string, XPathExpression>();
    document.evaluate = ((path, node, resolver, type) => {
      const expression = known.get(path) ?? document.createExpression(path, resolver);
      known.set(path, expression);
      return expression.evaluate(node, type);
    }) satisfies XPathDocument['evaluate'];
  };
}
