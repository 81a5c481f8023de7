import { SyntaxKind as Kind, type Node } from 'typescript/unstable/ast';

/** A node of a syntax tree, whose parts are asked by their names. */
// biome-ignore lint/suspicious/noExplicitAny: each kind has other parts.
export type CodeNode = Node & Record<string, any>;

/** An expression without brackets, casts and `await`. */
export function bare(node: CodeNode): CodeNode {
  const wraps = [
    Kind.ParenthesizedExpression,
    Kind.AsExpression,
    Kind.NonNullExpression,
    Kind.SatisfiesExpression,
    Kind.AwaitExpression,
  ];
  return wraps.includes(node.kind) ? bare(node.expression) : node;
}

/** True for an option as it is typed, `--out <dir>`, and for the place of a text in the help. */
export function isOptionName(node: CodeNode): boolean {
  return node.kind === Kind.StringLiteral && /^(?:-|after$)/.test(node.text);
}

/** The list whose items come into a variable, or into the parameter of a function that is handed to its method. */
export function iterated(node: CodeNode): CodeNode | undefined {
  if (node.kind === Kind.VariableDeclaration) {
    const loop = node.parent?.parent as CodeNode | undefined;
    return loop?.kind === Kind.ForOfStatement ? loop.expression : undefined;
  }
  const call = node.parent?.parent as CodeNode | undefined;
  const callee = call?.kind === Kind.CallExpression ? bare(call.expression) : undefined;
  return callee?.kind === Kind.PropertyAccessExpression ? callee.expression : undefined;
}

/** True for `Object.entries(…)`. */
export function isEntries(node: CodeNode): boolean {
  return node.kind === Kind.CallExpression && /^\s*Object\.entries\b/.test(textOf(node));
}

/** True for a constant. */
export function isConst(node: CodeNode): boolean {
  return /^const\b/.test(textOf(node.parent as CodeNode).trim());
}

/** True for what a whole file knows. */
export function isTopLevel(node: CodeNode): boolean {
  return (node.parent?.parent?.parent as CodeNode | undefined)?.kind === Kind.SourceFile;
}

/** True for a function of any form. */
export function isFunction({ kind }: CodeNode): boolean {
  return [Kind.ArrowFunction, Kind.FunctionExpression, Kind.FunctionDeclaration, Kind.MethodDeclaration].includes(kind);
}

/** The name of what is called. */
export function calleeName(node: CodeNode): string {
  const callee = bare(node.expression);
  return nameOf(callee.kind === Kind.PropertyAccessExpression ? callee.name : callee);
}

/** The last name of what a method is called on. */
export function holderName(node: CodeNode | undefined): string {
  const holder = node && bare(node);
  return nameOf(holder?.kind === Kind.PropertyAccessExpression ? holder.name : holder);
}

/** The name that a node is; empty if it is none. */
export function nameOf(node: CodeNode | undefined): string {
  return node &&
    (node.kind === Kind.Identifier || node.kind === Kind.StringLiteral || node.kind === Kind.PrivateIdentifier)
    ? node.text
    : '';
}

/** The file of a node. */
export function fileOf(node: CodeNode): CodeNode {
  return node.getSourceFile() as unknown as CodeNode;
}

/** A node as it is written. */
export function textOf(node: CodeNode): string {
  return fileOf(node).text.slice(node.pos, node.end);
}

/** The line of a node, from 1. */
export function lineOf(node: CodeNode): number {
  return fileOf(node).text.slice(0, node.getStart()).split('\n').length;
}

/** The place of a node, by which it is known again. */
export function handleOf(node: CodeNode): string {
  return `${fileOf(node).fileName}:${node.pos}`;
}
