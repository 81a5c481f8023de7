import type { Stanza } from '../../tree.ts';
import type { BrokenLine } from './lines.ts';

/** The smallest indent of the lines of a verse, in spaces. */
export function leastIndent(lines: readonly BrokenLine[]): number {
  return Math.min(...lines.filter(({ children }) => children.length > 0).map(({ indent }) => indent));
}

/** Groups lines into stanzas, separated by lines without words. The smallest indent of the whole verse becomes 0. */
export function stanzasOf(lines: readonly BrokenLine[], least: number): Stanza[] {
  const found: BrokenLine[][] = [[]];
  for (const line of lines) {
    if (line.children.length > 0) found.at(-1)?.push(line);
    else if ((found.at(-1)?.length ?? 0) > 0) found.push([]);
  }
  return found.flatMap((stanza): Stanza[] => {
    const place = stanza[0]?.children[0]?.position;
    if (stanza.length === 0) return [];
    return [
      {
        type: 'stanza',
        children: stanza.map(({ children, indent }) => ({
          type: 'verseLine',
          indent: Math.min(12, Math.ceil((indent - least) / 2)),
          children,
        })),
        ...(place ? { position: place } : {}),
      },
    ];
  });
}
