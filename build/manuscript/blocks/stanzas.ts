import type { Paragraph, PhrasingContent } from 'mdast';
import type { Span } from '../span.ts';
import type { VerseLine } from './verse-lines.ts';

/** A paragraph for each stanza, a span for each line. The least indent is none. */
export function stanzas(lines: readonly VerseLine[]): Paragraph[] {
  const least = Math.min(...lines.filter(({ children }) => children.length > 0).map(({ indent }) => indent));
  const found: VerseLine[][] = [[]];
  for (const line of lines) {
    if (line.children.length > 0) found.at(-1)?.push(line);
    else if ((found.at(-1)?.length ?? 0) > 0) found.push([]);
  }
  return found.flatMap((stanza): Paragraph[] => {
    const place = stanza[0]?.children[0]?.position;
    if (stanza.length === 0) return [];
    return [
      {
        type: 'paragraph',
        data: { hProperties: { className: ['stanza'] } },
        children: stanza.flatMap((line, i): PhrasingContent[] => {
          const step = Math.min(12, Math.ceil((line.indent - least) / 2));
          const span: Span = {
            type: 'span',
            children: line.children,
            data: { hName: 'span', hProperties: { className: ['line', ...(step > 0 ? [`in-${step}`] : [])] } },
          };
          return i === 0 ? [span] : [{ type: 'break' }, span];
        }),
        ...(place ? { position: place } : {}),
      },
    ];
  });
}
