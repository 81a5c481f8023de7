import type { Nodes } from 'mdast';
import type { CompileContext, Extension, Options, Token } from 'mdast-util-from-markdown';

/** An extension of the parser, with constructs by the characters that they begin with. */
export type Syntax = NonNullable<Options['extensions']>[number];

/** A construct, with the characters that it reads, and its states between them: micromark exports none of the three. */
export type SyntaxConstruct = Extract<NonNullable<Syntax['text']>[string], { tokenize: unknown }>;
export type SyntaxState = ReturnType<SyntaxConstruct['tokenize']>;
export type CharacterCode = Parameters<SyntaxState>[0];

/**
 * Compiles a token of ours to the node of its name, which `finish` completes from the token’s source. An alternative
 * text is plain words: a token in it stays as it is written.
 */
export function nodeOfToken<Type extends Nodes['type']>(
  type: Type,
  begin: () => Extract<Nodes, { type: Type }>,
  finish: (node: Extract<Nodes, { type: Type }>, written: string) => void,
): Extension {
  return {
    enter: {
      [type](this: CompileContext, token: Token) {
        if (this.stack.some((node) => node.type === 'image')) this.config.enter.data?.call(this, token);
        else this.enter(begin() as never, token);
      },
    },
    exit: {
      [type](this: CompileContext, token: Token) {
        const node = this.stack.at(-1);
        if (node?.type === 'text') {
          this.config.exit.data?.call(this, token);
          return;
        }
        if (node?.type === type) finish(node as Extract<Nodes, { type: Type }>, this.sliceSerialize(token));
        this.exit(token);
      },
    },
  };
}
