declare module 'wicked-good-xpath' {
  export interface XPathExpression {
    evaluate(node: unknown, type: number): unknown;
  }
  export interface XPathDocument {
    createExpression(path: string, resolver: unknown): XPathExpression;
    evaluate(path: string, node: unknown, resolver: unknown, type: number): unknown;
  }
  const wgxpath: { install(target: { document: XPathDocument }): void };
  export default wgxpath;
}
