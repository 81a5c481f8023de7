/**
 * The operators of a PostScript calculator function (ISO 32000-2, 7.10.5.2) that compute a gradient’s colour at a
 * place. Each takes the stack, with its top last.
 */
const operators: Readonly<Record<string, (stack: number[]) => void>> = {
  dup: (stack) => stack.push(stack.at(-1) ?? 0),
  pop: (stack) => stack.pop(),
  exch: (stack) => stack.push(...stack.splice(-2).reverse()),
  add: with2((one, other) => one + other),
  sub: with2((one, other) => one - other),
  mul: with2((one, other) => one * other),
  le: with2((one, other) => Number(one <= other)),
  gt: with2((one, other) => Number(one > other)),
  and: with2((one, other) => one & other),
};

function with2(calculate: (one: number, other: number) => number): (stack: number[]) => void {
  return (stack) => {
    const [one = 0, other = 0] = stack.splice(-2);
    stack.push(calculate(one, other));
  };
}

/**
 * Runs the body of a calculator function on a stack and returns the stack that it leaves; undefined for code with an
 * unknown operator. True and false are 1 and 0.
 */
export function calculate(code: string, input: readonly number[]): number[] | undefined {
  const tokens = code.match(/[{}]|[^\s{}]+/g) ?? [];
  const stack = [...input];
  return run(tokens, 0, tokens.length, stack) ? stack : undefined;
}

function run(tokens: readonly string[], from: number, to: number, stack: number[]): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at] ?? '';
    if (token === '{') {
      const end = blockEnd(tokens, at);
      const isTrue = stack.pop();
      if (isTrue && !run(tokens, at + 1, end, stack)) return false;
      at = end + 1;
      if (tokens[at] === '{') {
        const other = blockEnd(tokens, at);
        if (!isTrue && !run(tokens, at + 1, other, stack)) return false;
        at = other + 1;
        if (tokens[at] !== 'ifelse') return false;
      } else if (tokens[at] !== 'if') return false;
    } else if (Number.isFinite(Number(token))) stack.push(Number(token));
    else if (operators[token]) operators[token](stack);
    else return false;
  }
  return true;
}

function blockEnd(tokens: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at] === '{') depth++;
    else if (tokens[at] === '}' && --depth === 0) return at;
  }
  return tokens.length;
}
