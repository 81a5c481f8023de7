import type { Draft } from './draft.ts';

/** Says of each cell of a table which heads it stands under and beside. */
export function nameHeaders(root: Draft): void {
  const visit = (draft: Draft) => {
    if (draft.tag === 'Table') nameHeadersIn(draft);
    else draft.children.forEach(visit);
  };
  visit(root);
}

export function nameHeadersIn(table: Draft): void {
  const rows: Draft[] = [];
  const gather = (draft: Draft) => {
    if (draft.tag === 'TR') rows.push(draft);
    else draft.children.forEach(gather);
  };
  gather(table);
  const heads: Draft[][] = [];
  const taken: number[] = [];
  for (const row of rows) {
    const beside: Draft[] = [];
    let column = 0;
    for (const cell of row.children) {
      while ((taken[column] ?? 0) > 0) column++;
      const columns = cell.about.columns ?? 1;
      if (cell.tag === 'TD') {
        const above = Array.from({ length: columns }, (_, i) => heads[column + i] ?? []).flat();
        const all = [...new Set([...above, ...beside])];
        if (all.length > 0) cell.headers = all;
      } else if (cell.about.scope === 'Row') beside.push(cell);
      else for (let i = 0; i < columns; i++) heads[column + i] = [...(heads[column + i] ?? []), cell];
      for (let i = 0; i < columns; i++) taken[column + i] = cell.about.rows ?? 1;
      column += columns;
    }
    for (let i = 0; i < taken.length; i++) taken[i] = Math.max(0, (taken[i] ?? 0) - 1);
  }
}
