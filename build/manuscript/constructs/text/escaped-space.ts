import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Syntax } from './tokens.ts';

/** Compiles `\ `, a backslash and a space, to a no-break space, as Pandoc does. */
export const escapedSpaceText: Extension = {
  enter: {
    // Begins like any text, so that the words around it stay one text.
    escapedSpace(this: CompileContext, token: Token) {
      this.config.enter.data?.call(this, token);
    },
  },
  exit: {
    escapedSpace(this: CompileContext, token: Token) {
      const text = this.stack.pop();
      if (text?.type !== 'text' || !text.position) return;
      text.value += '\u00a0';
      text.position.end = { line: token.end.line, column: token.end.column, offset: token.end.offset };
    },
  },
};

/** The syntax of `\ ` for the parser. CommonMark leaves both characters in the text. */
export const escapedSpace: Syntax = {
  text: {
    92: {
      name: 'escapedSpace',
      tokenize(effects, ok, nok) {
        const type = 'escapedSpace' as 'characterEscape';
        return (backslash) => {
          effects.enter(type);
          effects.consume(backslash);
          return (space) => {
            if (space !== 32) return nok(space);
            effects.consume(space);
            effects.exit(type);
            return ok;
          };
        };
      },
    },
  },
};
