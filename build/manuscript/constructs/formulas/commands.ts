/** A command that an author defined, by its name with the backslash: the TeX that defines it for MathJax. */
export type Commands = ReadonlyMap<string, string>;

/**
 * Reads a text that has nothing but definitions of commands, `\newcommand{\R}{\mathbb{R}}`, `\def\R{…}`,
 * `\DeclareMathOperator{\rank}{rank}`, and remarks behind `%`. Undefined for any other text.
 */
export function definitionsIn(text: string): Map<string, string> | undefined {
  const found = new Map<string, string>();
  let rest = withoutRemarks(text);
  while (rest !== '') {
    const read = definitionAt(rest);
    if (!read) return undefined;
    found.set(read.name, read.tex);
    rest = withoutRemarks(rest.slice(read.length));
  }
  return found.size > 0 ? found : undefined;
}

/** Commands as front matter has them, `\R: \mathbb{R}`. `#1` to `#9` are what follows the command in braces. */
export function commandsOfFront(written: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(written).map(([key, body]) => {
      const name = `\\${key.replace(/^\\/, '')}`;
      const count = Math.max(0, ...[...body.matchAll(/#([1-9])/g)].map(([, digit]) => Number(digit)));
      return [name, definition(name, count, '', body)];
    }),
  );
}

/** The definitions of the commands that a formula uses, and of those that these use, before it. */
export function definitionsFor(tex: string, commands: Commands): string {
  const used = new Set<string>();
  const take = (part: string): void => {
    for (const [name] of part.matchAll(commandName)) {
      const own = commands.get(name);
      if (own === undefined || used.has(name)) continue;
      used.add(name);
      take(own);
    }
  };
  take(tex);
  return [...used].map((name) => commands.get(name)).join('');
}

const commandName = /\\(?:[A-Za-z]+|[^A-Za-z\s])/g;

/** The beginning of a definition: its kind, a star and the name of the command, and how many arguments it has. */
const opening =
  /^\\(?:(?<kind>(?:re)?newcommand|providecommand|DeclareMathOperator|DeclareRobustCommand)(?<star>\*?)\s*(?:\{\s*(?<braced>\\[A-Za-z]+)\s*\}|(?<bare>\\[A-Za-z]+))\s*(?:\[(?<count>[1-9])\])?\s*(?<given>\[[^[\]{}]*\])?|def\s*(?<defined>\\[A-Za-z]+)\s*(?<places>(?:#[1-9])*))\s*(?=\{)/;

function definitionAt(text: string): { name: string; tex: string; length: number } | undefined {
  const match = opening.exec(text);
  if (!match) return undefined;
  const {
    kind = '',
    star,
    braced,
    bare,
    count,
    given = '',
    defined,
    places = '',
  } = match.groups as Record<string, string | undefined>;
  const body = inBraces(text, match[0].length);
  if (body === undefined) return undefined;
  const name = braced ?? bare ?? defined ?? '';
  const length = match[0].length + body.length + 2;
  if (kind === 'DeclareMathOperator')
    return { name, length, tex: definition(name, 0, '', `\\operatorname${star}{${body}}`) };
  return { name, length, tex: definition(name, Number(count ?? places.length / 2), given, body) };
}

function definition(name: string, count: number, given: string, body: string): string {
  return `\\newcommand{${name}}${count > 0 ? `[${count}]${given}` : ''}{${body}}`;
}

/** What stands between the brace at an index and the one that closes it; undefined if none does. */
function inBraces(text: string, from: number): string | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return text.slice(from + 1, at);
  }
  return undefined;
}

function withoutRemarks(text: string): string {
  return text.replace(/^(?:\s+|%[^\n]*)+/, '');
}
