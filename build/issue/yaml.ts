import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { isMap, isScalar, isSeq, LineCounter, type Pair, type ParsedNode, parseDocument } from 'yaml';
import { report } from '../diagnostics/report.ts';

/** Settings read from YAML, not yet validated. */
export interface YamlSource {
  value: unknown;
  file: VFile;
  /** Place of the value at a path, or of the nearest thing above it that is there. */
  at(...path: (string | number)[]): Position | undefined;
  /** Place of the key that ends a path. */
  keyAt(...path: (string | number)[]): Position | undefined;
}

/**
 * Reads a stretch of YAML 1.2 inside a file. `line` is how many lines of the file stand before it. Empty values (`abstract:`) are
 * dropped, as if the key were not there. Reports `yaml-syntax` on the file and returns undefined where it cannot be read.
 */
export function readYaml(file: VFile, text: string, line = 0): YamlSource | undefined {
  const lines = new LineCounter();
  const place = (start: number, end: number): Position => ({ start: point(start), end: point(end) });
  const point = (offset: number) => {
    const { line: row, col } = lines.linePos(offset);
    return { line: row + line, column: col };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    for (const { code, message, pos } of document.errors) {
      report(file, 'yaml-syntax', {
        at: place(...pos),
        found: sentence(message),
        ...(yamlAdvice[code] ? { fix: yamlAdvice[code] } : {}),
      });
    }
    if (document.errors.length > 0) return undefined;
    const find = (path: (string | number)[], key: boolean): Position | undefined => {
      const { node, pair } = locate(document.contents, path);
      const range = (key && pair ? (pair.key as ParsedNode) : node)?.range;
      return range
        ? place(range[0], range[1])
        : { start: { line: line + 1, column: 1 }, end: { line: line + 1, column: 1 } };
    };
    return {
      value: withoutEmpty(document.toJS({ maxAliasCount: 100 })),
      file,
      at: (...path) => find(path, false),
      keyAt: (...path) => find(path, true),
    };
  } catch (error) {
    const found = error instanceof RangeError ? 'The YAML nests too deeply' : sentence((error as Error).message);
    report(file, 'yaml-syntax', {
      at: { line: line + 1, column: 1 },
      found,
      fix: 'Write the values out plainly, without nesting or aliases.',
    });
    return undefined;
  }
}

/** Follows a path as far as it goes. `pair` is set where the last step was a key of a mapping. */
function locate(contents: ParsedNode | null, path: (string | number)[]): { node: ParsedNode | null; pair?: Pair } {
  let here: { node: ParsedNode | null; pair?: Pair } = { node: contents };
  for (const step of path) {
    const { node } = here;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return here;
      here = { node: (pair.value as ParsedNode | null) ?? (pair.key as ParsedNode), pair };
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as ParsedNode | undefined;
      if (!item) return here;
      here = { node: item };
    } else return here;
  }
  return here;
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, withoutEmpty(item)]),
  );
}

function sentence(message: string): string {
  return message.replace(/\s+/g, ' ').replace(/[.:]$/, '');
}

/** What to do about the faults editors make most, by yaml's error code. */
const yamlAdvice: Record<string, string> = {
  BLOCK_AS_IMPLICIT_KEY: 'If the value contains a colon, put it in quotation marks: title: "War: a history".',
  MULTILINE_IMPLICIT_KEY: 'If the value contains a colon, put it in quotation marks: title: "War: a history".',
  DUPLICATE_KEY: 'Keep one of the two.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  BAD_INDENT: 'Indent all keys of one group by the same number of spaces.',
  MISSING_CHAR: 'Close the quotation mark or bracket.',
  BAD_ALIAS: 'A value that begins with * goes in quotation marks.',
};
