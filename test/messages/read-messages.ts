import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { SyntaxKind as Kind } from 'typescript/unstable/ast';
import { API, type Project } from 'typescript/unstable/sync';
import { type CodeNode, lineOf, nameOf, textOf } from './nodes.ts';
import { addedIn, shownIn } from './shown.ts';
import { TextFlow } from './text-flow.ts';
import { isJoint, isPhrase, joined, type Piece, patternOf, type Text, wordsIn } from './texts.ts';

/** A text that users are shown, and where it stands in the code. */
export interface FoundMessage {
  pattern: string;
  /** By the numbers of places, the texts of the code that can come there. */
  words: ReadonlyMap<number, readonly string[]>;
  at: string;
}

/** Reads the code of Offprint, and returns the texts that users are shown, each once. */
export function readMessages(root: string): FoundMessage[] {
  const api = new API({ cwd: root });
  try {
    const project = api.updateSnapshot({ openProjects: [`${root}/tsconfig.json`] }).getProjects()[0] as Project;
    const files = project.rootFiles
      .map((full) =>
        full
          .slice(root.length + 1)
          .split(sep)
          .join('/'),
      )
      .filter((path) => isRead.test(path))
      .map((path) => ({ path, tree: project.program.getSourceFile(`${root}/${path}`) as unknown as CodeNode }));
    const flow = new TextFlow(
      project,
      root,
      files.map(({ tree }) => tree),
    );
    let found = new Messages(flow);
    for (let pass = 0; pass < passes; pass++) {
      flow.again();
      found = new Messages(flow);
      for (const { path, tree } of files) found.walk(tree, path);
    }
    return found.all();
  } finally {
    api.close();
  }
}

/** Functions that call each other in a circle are told what they give in as many passes. */
const passes = 2;

/** The code that speaks to users: not what ships it, nor what runs in the preview, whose words are the house’s. */
const isRead = /^build\/(?!(?:ship|schemas|desk\/in-page)\/).*(?<!\.d)\.ts$/;

/** What templates have said: `speak('The files')`, with places for values. */
export async function readTemplateMessages(root: string): Promise<FoundMessage[]> {
  const names = await readdir(join(root, 'templates'), { recursive: true });
  const found: FoundMessage[] = [];
  for (const name of names.filter((one) => one.endsWith('.ejs'))) {
    const text = await readFile(join(root, 'templates', name), 'utf8');
    for (const [call] of text.matchAll(/\bspeak\((?:[^()'`]|'[^']*'|`[^`]*`)+\)/g))
      for (const [, plain, filled] of call.matchAll(/'([^']+)'|`([^`]+)`/g)) {
        let count = 0;
        const pattern = plain ?? filled?.replace(/\$\{[^}]*\}/g, () => `{${++count}}`) ?? '';
        found.push({ pattern, words: new Map(), at: `templates/${name}` });
      }
  }
  return found;
}

class Messages {
  readonly #flow: TextFlow;
  readonly #found = new Map<string, { at: string; words: Map<number, string[]> }>();
  readonly #seen = new Set<Text>();

  constructor(flow: TextFlow) {
    this.#flow = flow;
  }

  all(): FoundMessage[] {
    return [...this.#found].map(([pattern, { at, words }]) => ({ pattern, at, words }));
  }

  walk(node: CodeNode, path: string): void {
    const isError = (name: CodeNode) => this.#isOwnError(name);
    for (const one of shownIn(node, path, isError))
      for (const text of this.#flow.textsOf(one)) this.#put(text, `${path}:${lineOf(node)}`);
    const added = addedIn(node);
    if (added) this.#put(joined([{ texts: [] }, ...this.#flow.piecesOf(added)]), `${path}:${lineOf(node)}`);
    node.forEachChild((child) => this.walk(child as CodeNode, path));
  }

  /** True for an error that has a class of its own here: its words are shown. */
  #isOwnError(name: CodeNode): boolean {
    if (nameOf(name) === 'Error') return false;
    return this.#flow
      .declarationsAt(name)
      .some(
        (one) =>
          one.kind === Kind.ClassDeclaration && /extends \w*(?:Error|Unreadable)/.test(textOf(one).slice(0, 200)),
      );
  }

  #put(text: Text, at: string): void {
    if (this.#seen.has(text)) return;
    this.#seen.add(text);
    if (isPhrase(text) || isJoint(text)) {
      const pattern = patternOf(text);
      const known = this.#found.get(pattern) ?? { at, words: new Map<number, string[]>() };
      for (const [number, texts] of wordsIn(text))
        known.words.set(number, [...(known.words.get(number) ?? []), ...texts]);
      this.#found.set(pattern, known);
    }
    for (const piece of text) this.#within(piece, at);
  }

  #within(piece: Piece, at: string): void {
    if (typeof piece === 'string') return;
    if ('texts' in piece) for (const text of piece.texts) this.#put(text, at);
    else for (const text of piece.of) for (const one of text) this.#within(one, at);
  }
}
