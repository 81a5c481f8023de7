import type { Node } from 'postcss';

/** A stylesheet that cannot be used as it stands: rule `style-valid`. */
export class StyleError extends Error {
  override name = 'StyleError';
  constructor(
    /** e.g. `styles/quarterly/print.css` */
    readonly path: string,
    /** From 1. */
    readonly line: number,
    readonly column: number,
    /** What was found. */
    readonly reason: string,
  ) {
    super(`${path}:${line}:${column}: ${reason}`);
  }
}

/** The error at a rule or declaration. */
export function styleError(node: Node, reason: string): StyleError {
  const { line, column } = node.source?.start ?? { line: 1, column: 1 };
  return new StyleError(sheetOf(node), line, column, reason);
}

/** The stylesheet a rule was read from, e.g. `styles/quarterly/print.css`. */
export function sheetOf(node: Node): string {
  return node.source?.input.from.replace(/^\//, '') ?? '';
}
