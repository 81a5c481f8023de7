import { SyntaxKind } from 'typescript/unstable/ast';
import { createScanner } from 'typescript/unstable/ast/scanner';

/** A stretch of prose in a file. */
export interface Passage {
  kind: 'comment' | 'message';
  /** The line on which it begins, counted from 1. */
  line: number;
  text: string;
  /** The name that a doc comment belongs to, where that is exported. */
  exported?: string;
}

/** The prose of a TypeScript file: its comments, and its strings that have words in them. */
export function readCode(code: string): Passage[] {
  const passages: Passage[] = [];
  const scanner = createScanner(false, undefined, code);
  const lineAt = lines(code);
  /** How many braces are open in each template that is open. */
  const templates: number[] = [];
  let before = SyntaxKind.Unknown;
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFile; kind = scanner.scan()) {
    if (kind === SyntaxKind.SlashToken || kind === SyntaxKind.SlashEqualsToken) {
      if (!isOperand(before)) kind = scanner.reScanSlashToken();
    } else if (kind === SyntaxKind.OpenBraceToken && templates.length > 0)
      templates.push((templates.pop() as number) + 1);
    else if (kind === SyntaxKind.CloseBraceToken && templates.length > 0) {
      const open = templates.pop() as number;
      if (open > 0) templates.push(open - 1);
      else kind = scanner.reScanTemplateToken(false);
    }
    if (kind === SyntaxKind.TemplateHead || kind === SyntaxKind.TemplateMiddle) templates.push(0);
    const start = scanner.getTokenStart();
    const text = code.slice(start, scanner.getTokenEnd());
    if (kind === SyntaxKind.SingleLineCommentTrivia || kind === SyntaxKind.MultiLineCommentTrivia) {
      const exported = text.startsWith('/**') ? nameBehind(code.slice(start + text.length)) : undefined;
      passages.push({ kind: 'comment', line: lineAt(start), text, ...(exported ? { exported } : {}) });
    } else if (isText(kind) && / /.test(text) && /\p{L}{2}/u.test(text)) {
      passages.push({ kind: 'message', line: lineAt(start), text });
    }
    if (!isTrivia(kind)) before = kind;
  }
  return passages;
}

function isTrivia(kind: SyntaxKind): boolean {
  return (
    kind === SyntaxKind.WhitespaceTrivia ||
    kind === SyntaxKind.NewLineTrivia ||
    kind === SyntaxKind.SingleLineCommentTrivia ||
    kind === SyntaxKind.MultiLineCommentTrivia
  );
}

function isText(kind: SyntaxKind): boolean {
  return (
    kind === SyntaxKind.StringLiteral ||
    kind === SyntaxKind.NoSubstitutionTemplateLiteral ||
    kind === SyntaxKind.TemplateHead ||
    kind === SyntaxKind.TemplateMiddle ||
    kind === SyntaxKind.TemplateTail
  );
}

/** Whether a slash behind a token divides, and begins no regular expression. */
function isOperand(kind: SyntaxKind): boolean {
  return (
    kind === SyntaxKind.Identifier ||
    kind === SyntaxKind.NumericLiteral ||
    kind === SyntaxKind.CloseParenToken ||
    kind === SyntaxKind.CloseBracketToken ||
    kind === SyntaxKind.CloseBraceToken ||
    kind === SyntaxKind.ThisKeyword ||
    isText(kind)
  );
}

/** The name of what is exported right behind a comment. */
function nameBehind(code: string): string | undefined {
  return /^\s*export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/.exec(
    code,
  )?.[1];
}

/** A function that tells the line of an offset. */
function lines(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
