import { type Document, isCollection, isScalar, type ParsedNode, visit, type YAMLError } from 'yaml';

/** A fault of YAML in an editor’s words. `from` and `to` are offsets in the text. */
export interface YamlFault {
  from: number;
  to: number;
  found: string;
  fix: string;
}

/** Returns the faults of a YAML document, in order; of each line only the first, which causes the others. */
export function yamlFaults(document: Document.Parsed, text: string): YamlFault[] {
  const tooDeep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (tooDeep) return [faultOf(tooDeep, document, text)];
  const lines = new Set<number>();
  const errors = [...document.errors, ...document.warnings]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter(({ pos }) => {
      const start = lineStart(text, pos[0]);
      return !lines.has(start) && lines.add(start);
    });
  const faults = errors.map((error) => faultOf(error, document, text));
  return errors.length > 0 ? faults : unknownAliases(document, text);
}

function faultOf({ code, message, pos }: YAMLError, document: Document.Parsed, text: string): YamlFault {
  const [from, to] = pos;
  const rest = text.slice(from, lineEnd(text, from));
  const say = (found: string, fix: string, at = from): YamlFault => ({
    from: at,
    to: Math.max(to, at + 1),
    found,
    fix,
  });
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (/:(\s|$)/.test(rest))
        return say('The value has a colon in it, which YAML reads as another key', quoteAdvice(text, from));
      return say(...furtherIn, nextContent(text, from));
    case 'MULTILINE_IMPLICIT_KEY':
      return say('A line that is not “key: value”', 'Write the key, a colon and a space, and its value.');
    case 'TAB_AS_INDENT':
      return say('A tab at the head of the line', 'Indent with spaces.');
    case 'DUPLICATE_KEY':
      return say(`The key "${/^[^:\s]+/.exec(rest)?.[0]}" stands twice`, 'Keep one of the two lines.');
    case 'BAD_INDENT':
      if (message.startsWith('Flow'))
        return say('A bracket is opened and not closed', 'Close it: [a, b] or { a: b }.', unclosedFlow(document, from));
      return say(...unlike);
    case 'MISSING_CHAR':
      if (message.startsWith('Missing closing'))
        return say('A quotation mark is opened and not closed', 'Close it.', unclosedQuote(document, from));
      if (message.includes('Sequence item')) return say(...unlike);
      return say('A line that is not “key: value”', 'Write the key, a colon and a space, and its value.');
    case 'UNEXPECTED_TOKEN':
      if (message.includes('block-seq-ind'))
        return say(
          'A list begins on the line of its key',
          'Begin a list on the next line; put text in quotation marks.',
        );
      if (message.startsWith('Not a YAML token'))
        return say('Text on the line of the mark | or >', 'Begin the text on the next line, indented.');
      return say('Text after a closing quotation mark or bracket', quoteAdvice(text, from));
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_DIRECTIVE':
      return say(`A value cannot begin with ${text[from]}`, quoteAdvice(text, from));
    case 'BAD_DQ_ESCAPE':
      return say('A backslash between double quotation marks', 'Write it twice, or use single quotation marks.');
    case 'MULTIPLE_DOCS':
      return say('A line --- inside the settings', 'Remove it.');
    case 'RESOURCE_EXHAUSTION':
      return say('The YAML nests too deep', 'Write the values out plainly.');
    default:
      return say(`YAML that cannot be read: ${message.replace(/\s+/g, ' ')}`, 'Write it as “key: value”.');
  }
}

const furtherIn = [
  'The line is indented further than the key above it',
  'Let all keys of one group begin in the same column.',
] as const;
const unlike = [
  'The line is indented unlike the lines above it',
  'Let all keys of one group, and all hyphens of one list, begin in the same column.',
] as const;

/** Finds values that begin with *, which YAML reads as aliases. */
function unknownAliases(document: Document.Parsed, text: string): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Alias(_, node) {
      const [from, to] = (node as ParsedNode).range;
      if (!node.resolve(document))
        faults.push({ from, to, found: 'A value cannot begin with *', fix: quoteAdvice(text, from) });
    },
  });
  return faults;
}

/** Returns advice that shows the line as it should be, if it is `key: value`. */
function quoteAdvice(text: string, offset: number): string {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset)).trim();
  const [, key = '', value = ''] = /^((?:- )*[^:#"']+:)\s+(.+)$/.exec(line) ?? [];
  if (!value || line.length > 120) return 'Put the value in quotation marks: title: "War: a history".';
  return `Put the value in quotation marks: ${key} ${quoted(value)}`;
}

function quoted(value: string): string {
  const bare = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
  return /["\\]/.test(bare) ? `'${bare.replaceAll("'", "''")}'` : `"${bare}"`;
}

/** Returns the offset at which the last bracket opens before an offset. */
function unclosedFlow(document: Document.Parsed, before: number): number {
  let found = before;
  visit(document, (_, node) => {
    if (isCollection(node) && node.flow && node.range && node.range[0] < before) found = node.range[0];
  });
  return found;
}

/** Returns the offset at which the last quotation mark opens before an offset. */
function unclosedQuote(document: Document.Parsed, before: number): number {
  let found = before;
  visit(document, (_, node) => {
    if (isScalar(node) && node.type?.startsWith('QUOTE') && node.range && node.range[0] < before) found = node.range[0];
  });
  return found;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Returns the offset at which the text of the next line begins. */
function nextContent(text: string, offset: number): number {
  const next = lineEnd(text, offset) + 1;
  return next + (/^[ \t]*/.exec(text.slice(next))?.[0].length ?? 0);
}
