import type { Node } from 'postcss';
import type { Level, RuleId } from '../diagnostics/rules.ts';

/** A place in a stylesheet, or in the settings that replace one. Lines and columns count from 1. */
export interface StylePlace {
  /** e.g. `styles/quarterly/print.css` */
  path: string;
  line: number;
  column: number;
}

/** A demand of a style that cannot be met, and its place. */
export interface StyleFault extends StylePlace {
  rule: RuleId;
  found: string;
  expected?: string;
  fix?: string;
  /** Replaces the rule’s own. */
  level?: Level;
}

/** The error for a stylesheet that cannot be used as it is. */
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
    /** What to do. */
    readonly fix?: string,
    readonly rule: RuleId = 'style-valid',
  ) {
    super(`${path}:${line}:${column}: ${reason}`);
  }
}

/** Makes the error at a rule or declaration. */
export function styleError(node: Node, reason: string, fix?: string, rule?: RuleId): StyleError {
  const { path, line, column } = stylePlace(node);
  return new StyleError(path, line, column, reason, fix, rule);
}

/** The place of a rule or declaration. */
export function stylePlace(node: Node): StylePlace {
  const { line, column } = node.source?.start ?? { line: 1, column: 1 };
  return { path: stylesheetOf(node), line, column };
}

/** The stylesheet a rule was read from, e.g. `styles/quarterly/print.css`. */
export function stylesheetOf(node: Node): string {
  return node.source?.input.from.replace(/^\//, '') ?? '';
}
