/** A table as rows of cells, each with the index of the source line on which it begins. */
export interface Grid {
  head?: { cells: string[]; line: number };
  rows: { cells: string[]; line: number }[];
  align: ('none' | 'left' | 'right' | 'center')[];
}

/** Reads a grid table; undefined if cells span columns or rows, or if lines do not fit. */
export function readGrid(lines: readonly string[]): Grid | undefined {
  const [first = ''] = lines;
  const edges = [...first].flatMap((character, i) => (character === '+' ? [i] : []));
  const rows: Grid['rows'] = [];
  let head: Grid['head'];
  let rule = first;
  let open: { cells: string[][]; line: number } | undefined;
  for (const [at, line] of lines.entries()) {
    const letters = [...line];
    if (letters[0] === '+') {
      if (edges.some((edge) => letters[edge] !== '+') || letters.length !== (edges.at(-1) ?? 0) + 1) return undefined;
      if (letters.some((letter, i) => !edges.includes(i) && !/[-=:]/.test(letter))) return undefined;
      const cells = open?.cells.map(cellOf);
      if (line.includes('=')) {
        // A second line of equals signs precedes a foot.
        if (head === undefined && rows.length === 0 && cells) head = { cells, line: 0 };
        else if (cells && open) rows.push({ cells, line: open.line });
        if (head && rows.length === 0) rule = line;
      } else if (cells && open) rows.push({ cells, line: open.line });
      open = undefined;
      continue;
    }
    if (edges.some((edge) => letters[edge] !== '|')) return undefined;
    open ??= { cells: edges.slice(1).map(() => []), line: at };
    for (const [c, edge] of edges.slice(1).entries())
      open.cells[c]?.push(
        letters
          .slice((edges[c] ?? 0) + 1, edge)
          .join('')
          .trim(),
      );
  }
  if (edges.length < 2 || (rows.length === 0 && !head)) return undefined;
  const rules = [...rule];
  const align = edges.slice(1).map((edge, c) => {
    const [left, right] = [rules[(edges[c] ?? 0) + 1] === ':', rules[edge - 1] === ':'];
    return left && right ? 'center' : left ? 'left' : right ? 'right' : 'none';
  });
  return { ...(head ? { head } : {}), rows, align };
}

/** The lines of a cell joined to one; paragraphs and list items in it begin new lines by `<br>`. */
function cellOf(lines: readonly string[]): string {
  let text = '';
  let parted = false;
  for (const line of lines) {
    if (line === '') {
      parted = text !== '';
      continue;
    }
    const item = /^[-*+] +/.exec(line)?.[0];
    if (text !== '') text += parted || item || /^\d+[.)] /.test(line) ? '<br>' : ' ';
    text += item ? `– ${line.slice(item.length)}` : line;
    parted = false;
  }
  return text.replace(/(?<!\\)\|/g, '\\|');
}
