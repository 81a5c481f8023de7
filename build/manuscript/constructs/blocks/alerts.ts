import type { Blockquote, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';

/** Reads the alerts of GitHub and the callouts of Obsidian, `> [!NOTE] Title`, which become boxes. */
export function readAlerts(tree: Root, file: VFile): void {
  visit(tree, 'blockquote', (quotation: Blockquote, index, parent) => {
    const [first, ...rest] = quotation.children;
    const text = first?.type === 'paragraph' ? first.children[0] : undefined;
    if (first?.type !== 'paragraph' || text?.type !== 'text' || !parent || index === undefined) return;
    const mark = /^\[!([A-Za-z][\w-]*)\][+-]?[ \t]*/.exec(text.value);
    const source = sourceText(text, file);
    if (!mark || source.isEscaped(0)) return;
    const name = (mark[1] ?? '').toLowerCase();
    const lineEnd = text.value.indexOf('\n');
    const titleEnd = lineEnd < 0 ? text.value.length : lineEnd;
    const title = text.value.slice(mark[0].length, titleEnd).trim();
    const others = first.children.slice(1);
    // If emphasis or a link follows in the first line, the whole line is the title.
    const isTitle = title !== '' || (lineEnd < 0 && others.length > 0 && rest.length > 0);
    const label = isTitle ? [source.slice(mark[0].length, titleEnd), ...(lineEnd < 0 ? others : [])] : [];
    const words = lineEnd < 0 ? (isTitle ? [] : others) : [source.slice(lineEnd + 1), ...others];
    const box: ContainerDirective = {
      type: 'containerDirective',
      name,
      attributes: {},
      children: [
        ...(label.length > 0 ? [{ type: 'paragraph' as const, children: label, data: { directiveLabel: true } }] : []),
        ...(words.length > 0 ? [{ ...first, children: words }] : []),
        ...rest,
      ],
      ...(quotation.position ? { position: quotation.position } : {}),
      data: { isClosed: true } as never,
    };
    parent.children[index] = box as never;
  });
}
