import { SyntaxKind as Kind } from 'typescript/unstable/ast';
import type { Checker, NodeHandle, Project, Symbol as TsSymbol, Type } from 'typescript/unstable/sync';
import {
  bare,
  type CodeNode,
  calleeName,
  fileOf,
  handleOf,
  holderName,
  isConst,
  isEntries,
  isFunction,
  isTopLevel,
  iterated,
  nameOf,
} from './nodes.ts';
import { distinct, hasWords, joined, type Piece, type Text } from './texts.ts';

/** Methods that give what they are called on, or some of it. */
const passing = new Set([
  'join',
  'trim',
  'slice',
  'toString',
  'filter',
  'find',
  'at',
  'get',
  'values',
  'toSorted',
  'sort',
  'reverse',
  'toReversed',
  'toLowerCase',
  'flat',
  'padEnd',
  'padStart',
  'entries',
  'findLast',
  'split',
  'pop',
  'shift',
  'replace',
  'replaceAll',
]);
const mapping = new Set(['map', 'flatMap']);
/** Methods that put something into a list, set or map. */
const putting = new Set(['push', 'unshift', 'add', 'set']);

/**
 * Follows texts through code: which texts an expression can give, by the variables, parameters, properties and functions
 * that it is made of. What comes from outside of the code is not known.
 */
export class TextFlow {
  readonly #project: Project;
  readonly #checker: Checker;
  readonly #root: string;
  /** The values that objects have for a property, by its name. */
  readonly #assigned = new Map<string, { object: CodeNode; value: CodeNode }[]>();
  /** Calls, by the name of what is called. */
  readonly #calls = new Map<string, CodeNode[]>();
  /** Calls that put something into a list, by the name of the list. */
  readonly #pushed = new Map<string, CodeNode[]>();
  /** What nodes give, each read once in a pass. */
  #known = new Map<CodeNode, Text[]>();
  /** What they gave in the pass before: what a node within a circle gets of one that is still being read. */
  #before: ReadonlyMap<CodeNode, Text[]> = new Map();
  /** The nodes that are being read, each for the one before it. */
  readonly #open = new Set<CodeNode>();

  constructor(project: Project, root: string, files: readonly CodeNode[]) {
    this.#project = project;
    this.#checker = project.checker;
    this.#root = root;
    for (const file of files) this.#index(file);
  }

  #index(node: CodeNode): void {
    if (node.kind === Kind.PropertyAssignment)
      add(this.#assigned, nameOf(node.name), { object: node.parent as CodeNode, value: node.initializer });
    if (node.kind === Kind.ShorthandPropertyAssignment)
      add(this.#assigned, nameOf(node.name), { object: node.parent as CodeNode, value: node });
    if (node.kind === Kind.MethodDeclaration && node.parent?.kind === Kind.ObjectLiteralExpression)
      add(this.#assigned, nameOf(node.name), { object: node.parent as CodeNode, value: node });
    if (node.kind === Kind.CallExpression || node.kind === Kind.NewExpression) {
      add(this.#calls, calleeName(node), node);
      if (putting.has(calleeName(node))) add(this.#pushed, holderName(bare(node.expression).expression), node);
    }
    node.forEachChild((child) => this.#index(child as CodeNode));
  }

  /** Begins another pass, which knows what the last one found. */
  again(): void {
    this.#before = this.#known;
    this.#known = new Map();
  }

  /** The texts that a node can give, as far as this pass and the one before know. */
  textsOf(node: CodeNode | undefined): Text[] {
    if (!node) return [];
    const known = this.#known.get(node);
    if (known) return known;
    if (this.#open.has(node)) return this.#before.get(node) ?? [];
    this.#open.add(node);
    const found = distinct(this.#read(node));
    this.#open.delete(node);
    this.#known.set(node, found);
    return found;
  }

  #read(node: CodeNode): Text[] {
    switch (node.kind) {
      case Kind.StringLiteral:
      case Kind.NoSubstitutionTemplateLiteral:
        return [[node.text]];
      case Kind.TemplateExpression: {
        const pieces: Piece[] = [node.head.text];
        for (const span of node.templateSpans) pieces.push(...this.piecesOf(span.expression), span.literal.text);
        return [joined(pieces)];
      }
      case Kind.ConditionalExpression:
        return [...this.textsOf(node.whenTrue), ...this.textsOf(node.whenFalse)];
      case Kind.BinaryExpression:
        return this.#ofOperator(node);
      case Kind.ParenthesizedExpression:
      case Kind.AsExpression:
      case Kind.SatisfiesExpression:
      case Kind.NonNullExpression:
      case Kind.AwaitExpression:
      case Kind.SpreadElement:
        return this.textsOf(node.expression);
      case Kind.ArrayLiteralExpression:
        return node.elements.flatMap((one: CodeNode) => this.textsOf(one));
      case Kind.ObjectLiteralExpression:
        return node.properties.flatMap((one: CodeNode) =>
          one.kind === Kind.PropertyAssignment ? this.textsOf(one.initializer) : [],
        );
      case Kind.ArrowFunction:
      case Kind.FunctionExpression:
      case Kind.FunctionDeclaration:
      case Kind.MethodDeclaration:
        return this.#returned(node);
      case Kind.CallExpression:
        return this.#ofCall(node);
      case Kind.NewExpression:
        return (node.arguments ?? []).flatMap((one: CodeNode) => this.textsOf(one));
      case Kind.ElementAccessExpression:
        return this.textsOf(node.expression);
      case Kind.Identifier:
      case Kind.PropertyAccessExpression:
        return this.#ofSymbol(this.#symbolAt(node.kind === Kind.Identifier ? node : node.name));
      case Kind.ShorthandPropertyAssignment:
        return this.#ofSymbol(this.#checker.getShorthandAssignmentValueSymbol(node));
      default:
        return [];
    }
  }

  #ofOperator(node: CodeNode): Text[] {
    const operator = node.operatorToken.kind;
    if (operator === Kind.QuestionQuestionToken || operator === Kind.BarBarToken)
      return [...this.textsOf(node.left), ...this.textsOf(node.right)];
    if (operator === Kind.AmpersandAmpersandToken || operator === Kind.CommaToken || operator === Kind.EqualsToken)
      return this.textsOf(node.right);
    if (operator !== Kind.PlusToken) return [];
    const pieces = [...this.piecesOf(node.left), ...this.piecesOf(node.right)];
    return pieces.some((one) => typeof one === 'string' || hasWords([one])) ? [joined(pieces)] : [];
  }

  /** What stands for an expression within a text: letters or choices that the code says there, or a slot. */
  piecesOf(node: CodeNode): Piece[] {
    const plain = bare(node);
    const choices = this.#choicesOf(plain);
    if (choices?.length === 1) return [...(choices[0] as Text)];
    if (choices) return [{ of: choices }];
    return [{ texts: this.textsOf(plain).filter(hasWords) }];
  }

  /** The texts of an expression that chooses among texts in its own words; undefined for any other. */
  #choicesOf(node: CodeNode): Text[] | undefined {
    const plain = bare(node);
    switch (plain.kind) {
      case Kind.StringLiteral:
      case Kind.NoSubstitutionTemplateLiteral:
      case Kind.TemplateExpression:
        return this.#read(plain);
      case Kind.ConditionalExpression: {
        const [yes, no] = [this.#choicesOf(plain.whenTrue), this.#choicesOf(plain.whenFalse)];
        return yes && no ? distinct([...yes, ...no]) : undefined;
      }
      case Kind.Identifier: {
        const [declared] = this.#declarations(this.#symbolAt(plain));
        const isLocal = declared?.kind === Kind.VariableDeclaration && declared.name.kind === Kind.Identifier;
        if (!isLocal || !declared.initializer || !isConst(declared) || isTopLevel(declared)) return undefined;
        if (this.#open.has(declared)) return undefined;
        this.#open.add(declared);
        const found = this.#choicesOf(declared.initializer);
        this.#open.delete(declared);
        return found;
      }
      default:
        return undefined;
    }
  }

  #returned(node: CodeNode): Text[] {
    if (!node.body) return [];
    if (node.body.kind !== Kind.Block) return this.textsOf(node.body);
    const found: Text[] = [];
    const search = (inner: CodeNode): void => {
      if (inner.kind === Kind.ReturnStatement || inner.kind === Kind.YieldExpression)
        found.push(...this.textsOf(inner.expression));
      if (isFunction(inner)) return;
      inner.forEachChild((child) => search(child as CodeNode));
    };
    search(node.body);
    return found;
  }

  #ofCall(node: CodeNode): Text[] {
    const name = calleeName(node);
    const callee = bare(node.expression);
    const isMethod = callee.kind === Kind.PropertyAccessExpression;
    if (isMethod && passing.has(name)) return this.textsOf(callee.expression);
    if (isMethod && mapping.has(name)) return this.textsOf(node.arguments[0]);
    if (isMethod && name === 'then') return node.arguments.flatMap((one: CodeNode) => this.textsOf(one));
    if (isMethod && name === 'concat') return [...this.textsOf(callee.expression), ...this.textsOf(node.arguments[0])];
    if (name === 'String') return this.textsOf(node.arguments[0]);
    const declared = this.#declarations(this.#symbolAt(isMethod ? callee.name : callee));
    return declared.flatMap((one) => (isFunction(one) ? this.textsOf(one) : this.#ofDeclaration(one)));
  }

  #ofSymbol(symbol: TsSymbol | undefined): Text[] {
    return this.#declarations(symbol).flatMap((one) => this.#ofDeclaration(one));
  }

  #ofDeclaration(node: CodeNode): Text[] {
    switch (node.kind) {
      case Kind.VariableDeclaration: {
        const loop = node.parent?.parent as CodeNode | undefined;
        if (loop?.kind === Kind.ForOfStatement) return this.textsOf(loop.expression);
        return [...this.textsOf(node.initializer), ...this.#putInto(node)];
      }
      case Kind.BindingElement:
        return this.#ofBinding(node);
      case Kind.Parameter:
        return this.#ofParameter(node);
      case Kind.PropertyAssignment:
        return [...this.textsOf(node.initializer), ...this.#putInto(node)];
      case Kind.ShorthandPropertyAssignment:
        return this.textsOf(node);
      case Kind.PropertyDeclaration:
        return this.textsOf(node.initializer);
      case Kind.PropertySignature:
        return this.#ofSignature(node);
      case Kind.FunctionDeclaration:
      case Kind.MethodDeclaration:
        return this.textsOf(node);
      default:
        return [];
    }
  }

  /** What objects that are made as an interface has it say for one of its properties. */
  #ofSignature(node: CodeNode): Text[] {
    const name = nameOf(node.name);
    const key = handleOf(node);
    const put = this.#putInto(node);
    return [
      ...put,
      ...(this.#assigned.get(name) ?? []).flatMap(({ object, value }) => {
        const context = this.#checker.getContextualType(object as never);
        const meant = context ? this.#propertiesOf(context, name) : [];
        if (!meant.some((one) => handleOf(one) === key)) return [];
        return this.textsOf(value);
      }),
    ];
  }

  /** What is put later into the list, set or map that a declaration names: by `push`, `add` and `set`. */
  #putInto(declaration: CodeNode): Text[] {
    return (this.#pushed.get(nameOf(declaration.name)) ?? [])
      .filter((call) => {
        const holder = bare(bare(call.expression).expression);
        const symbol = this.#symbolAt(holder.kind === Kind.PropertyAccessExpression ? holder.name : holder);
        return this.#meant(symbol).includes(declaration);
      })
      .flatMap((call) => call.arguments.flatMap((one: CodeNode) => this.textsOf(one)));
  }

  #ofBinding(node: CodeNode): Text[] {
    const pattern = node.parent as CodeNode;
    const own = this.textsOf(node.initializer);
    if (pattern.kind === Kind.ArrayBindingPattern) {
      const holder = pattern.parent as CodeNode;
      const at = pattern.elements.indexOf(node);
      const given = holder.initializer && bare(holder.initializer);
      if (given?.kind === Kind.ArrayLiteralExpression) return [...own, ...this.textsOf(given.elements[at])];
      const rows = given ? [given] : this.#rowsOf(iterated(holder));
      if (rows === undefined) return [...own, ...(holder.kind === Kind.Parameter ? this.#ofParameter(holder) : [])];
      const cells = rows.flatMap((row) => {
        if (row.kind === Kind.ArrayLiteralExpression) return this.textsOf(row.elements[at]);
        return isEntries(row) ? (at === 1 ? this.textsOf(row.arguments[0]) : []) : this.textsOf(row);
      });
      return [...own, ...cells];
    }
    const type = this.#checker.getTypeAtLocation(pattern as never);
    const name = nameOf(node.propertyName ?? node.name);
    const found = type ? this.#propertiesOf(type, name) : [];
    return [...own, ...found.flatMap((one) => this.#ofDeclaration(one))];
  }

  /** The rows of a list of tuples: those that the code writes out, or the list itself. */
  #rowsOf(list: CodeNode | undefined): CodeNode[] | undefined {
    if (!list) return undefined;
    const plain = bare(list);
    if (plain.kind === Kind.ArrayLiteralExpression) {
      const isRows = plain.elements.every((one: CodeNode) => bare(one).kind === Kind.ArrayLiteralExpression);
      if (isRows) return plain.elements.map(bare);
      const [only] = plain.elements;
      return plain.elements.length === 1 && only.kind === Kind.SpreadElement ? this.#rowsOf(only.expression) : [plain];
    }
    if (plain.kind === Kind.NewExpression && plain.arguments?.[0]) return this.#rowsOf(plain.arguments[0]);
    if (plain.kind === Kind.Identifier) {
      const [declared] = this.#declarations(this.#symbolAt(plain));
      if (declared?.kind === Kind.VariableDeclaration && declared.initializer && isConst(declared))
        return this.#rowsOf(declared.initializer);
    }
    return [plain];
  }

  /** What is handed to a function for one of its parameters. */
  #ofParameter(node: CodeNode): Text[] {
    const owner = node.parent as CodeNode;
    const own = this.textsOf(node.initializer);
    const at = owner.parameters?.indexOf(node) ?? -1;
    if (at < 0) return own;
    const holder = owner.parent as CodeNode;
    // A function that is handed to a method of a list gets what the list has.
    if (
      holder.kind === Kind.CallExpression &&
      bare(holder.expression).kind === Kind.PropertyAccessExpression &&
      at === 0
    )
      return [...own, ...this.textsOf(bare(holder.expression).expression)];
    const name =
      owner.kind === Kind.Constructor
        ? nameOf(holder.name)
        : nameOf(
            owner.name ??
              (holder.kind === Kind.VariableDeclaration || holder.kind === Kind.PropertyAssignment
                ? holder.name
                : undefined),
          );
    if (!name) return own;
    const context =
      holder.kind === Kind.PropertyAssignment ? this.#checker.getContextualType(holder.parent as never) : undefined;
    const as = context ? this.#propertiesOf(context, name) : [];
    const isHere = (call: CodeNode): boolean => {
      const callee = bare(call.expression);
      const symbol = this.#symbolAt(callee.kind === Kind.PropertyAccessExpression ? callee.name : callee);
      const named = owner.kind === Kind.Constructor || owner.name ? owner : holder;
      return this.#meant(symbol).some(
        (one) =>
          one === named ||
          as.includes(one) ||
          (owner.kind === Kind.Constructor && one === holder) ||
          (one.kind === Kind.Parameter && fileOf(one) === fileOf(owner)),
      );
    };
    const isRest = node.dotDotDotToken !== undefined;
    return [
      ...own,
      ...(this.#calls.get(name) ?? [])
        .filter(isHere)
        .flatMap((call) =>
          isRest
            ? call.arguments.slice(at).flatMap((one: CodeNode) => this.textsOf(one))
            : this.textsOf(call.arguments?.[at]),
        ),
    ];
  }

  /** The declarations of a property of a type, or of those that it is a union of. */
  #propertiesOf(type: Type, name: string): CodeNode[] {
    const property = this.#checker.getPropertyOfType(type, name);
    if (property) return this.#declarations(property);
    return type.isUnionType() ? type.getTypes().flatMap((one) => this.#propertiesOf(one, name)) : [];
  }

  /** The declarations of a symbol, or of the property that it was taken out of an object by. */
  #meant(symbol: TsSymbol | undefined): CodeNode[] {
    return this.#declarations(symbol).flatMap((one) => {
      const pattern = one.parent as CodeNode;
      if (one.kind !== Kind.BindingElement || pattern.kind !== Kind.ObjectBindingPattern) return [one];
      const type = this.#checker.getTypeAtLocation(pattern as never);
      return [one, ...(type ? this.#propertiesOf(type, nameOf(one.propertyName ?? one.name)) : [])];
    });
  }

  /** The declarations of what a name stands for. */
  declarationsAt(node: CodeNode): CodeNode[] {
    return this.#declarations(this.#symbolAt(node));
  }

  #symbolAt(node: CodeNode | undefined): TsSymbol | undefined {
    if (!node) return undefined;
    const symbol = this.#checker.getSymbolAtLocation(node as never);
    const [declared] = symbol?.declarations ?? [];
    if (symbol && declared && (declared.kind === Kind.ImportSpecifier || declared.kind === Kind.ExportSpecifier))
      return this.#checker.getAliasedSymbol(symbol);
    return symbol;
  }

  #declarations(symbol: TsSymbol | undefined): CodeNode[] {
    return (symbol?.declarations ?? [])
      .filter((handle) => this.#isOurs(handle))
      .flatMap((handle) => (handle.resolve(this.#project) as CodeNode | undefined) ?? []);
  }

  #isOurs({ path }: NodeHandle): boolean {
    return path.toLowerCase().startsWith(`${this.#root.toLowerCase()}/build/`);
  }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
