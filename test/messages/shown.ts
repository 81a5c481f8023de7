import { SyntaxKind as Kind } from 'typescript/unstable/ast';
import { bare, type CodeNode, calleeName, isOptionName, nameOf, textOf } from './nodes.ts';

/** The properties of objects whose texts are shown. */
const shownProperties = new Set([
  'found',
  'fix',
  'expected',
  'holds',
  'because',
  'trouble',
  'remark',
  'remarks',
  'where',
  'why',
]);
/** The functions whose arguments are shown. */
const shownCalls = new Set(['spoken', 'speak', 'stage', 'say', 'skip', 'skipped', 'plainText']);
/** Functions whose arguments are shown in the end, by a way that cannot be followed. */
const furtherCalls: Readonly<Record<string, ReadonlySet<string>>> = {
  'build/browser/attempt.ts': new Set(['die']),
  'build/check/pdf/watch-device-colours.ts': new Set(['tell']),
  'build/check/vera/vera.ts': new Set(['resolve']),
};
/** The folders in which the words of an error come into a message. */
const shownErrors = /^build\/(browser|images)\//;

/** The files that tell commander what it says. */
const helpFiles = new Set(['build/main.ts', 'build/cli/spoken/help.ts']);
/** What commander is told of a command, all of which is in the help. */
const helpCalls = new Set(['description', 'option', 'addHelpText', 'helpOption', 'helpCommand', 'version']);

/** Checks of valibot that can have nothing but the words for what is expected. */
const oneWord = new Set(['string', 'number', 'boolean', 'integer', 'nonEmpty', 'trim']);
/** The rooms whose schemas say in words what they expect. */
const schemas = /^build\/(issue|languages|import|references)\//;

/**
 * The expressions within a node, not deeper, whose texts are shown to users: `isError` is asked of the class of an error
 * that is made.
 */
export function shownIn(node: CodeNode, path: string, isError: (name: CodeNode) => boolean): CodeNode[] {
  switch (node.kind) {
    case Kind.PropertyAssignment:
      return shownProperties.has(nameOf(node.name)) || path === 'build/check/pdf/place-on-page.ts'
        ? [node.initializer]
        : [];
    case Kind.MethodDeclaration:
    case Kind.ShorthandPropertyAssignment:
      return shownProperties.has(nameOf(node.name)) ? [node] : [];
    case Kind.CallExpression:
      return shownInCall(node, path);
    case Kind.NewExpression:
      return isShownError(node, path) || isError(node.expression) ? [...(node.arguments ?? [])] : [];
    case Kind.BinaryExpression:
      return node.operatorToken.kind === Kind.EqualsToken && shownProperties.has(propertyName(node.left))
        ? [node.right]
        : [];
    default:
      return [];
  }
}

/** The text that is put behind a message: `about.found += …`. Undefined for any other node. */
export function addedIn(node: CodeNode): CodeNode | undefined {
  if (node.kind !== Kind.BinaryExpression || node.operatorToken.kind !== Kind.PlusEqualsToken) return undefined;
  const name = propertyName(node.left);
  return shownProperties.has(name) || name === 'reason' ? node.right : undefined;
}

function shownInCall(node: CodeNode, path: string): CodeNode[] {
  const name = calleeName(node);
  if (node.expression.kind === Kind.SuperKeyword) return [...node.arguments];
  if (shownCalls.has(name) || furtherCalls[path]?.has(name) || (helpFiles.has(path) && helpCalls.has(name)))
    return node.arguments.filter((one: CodeNode) => !isOptionName(one));
  if (name === 'forEach' && shownCalls.has(nameOf(node.arguments[0]))) return [bare(node.expression).expression];
  if (schemas.test(path) && /^v\.\w/.test(textOf(node).trim())) {
    const last = node.arguments.at(-1);
    return last && (node.arguments.length > 1 || oneWord.has(name)) ? [last] : [];
  }
  return [];
}

function propertyName(node: CodeNode): string {
  return node.kind === Kind.PropertyAccessExpression ? nameOf(node.name) : '';
}

/** True for an error of JavaScript’s own whose words come into a message. */
function isShownError(node: CodeNode, path: string): boolean {
  return shownErrors.test(path) && /^(?:Type)?Error$/.test(nameOf(node.expression));
}
