import type { FootnoteDefinition, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { type SourceText, sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import type { Span } from '../../tree.ts';
import { applyAttributes } from '../attributes/apply.ts';
import { readAttributes } from '../attributes/read.ts';
import { joinTexts } from '../text/join.ts';

interface Frame {
  /** `^[` or `[`; the outermost frame has none. */
  open?: '^[' | '[';
  opening?: Text;
  children: PhrasingContent[];
}

/**
 * Reads marks that Markdown leaves in the text: `[words]{lang=uk}` becomes a span, `^[words]` a note with its
 * definition at the end of the tree, and `{…}` directly after emphasis, a link or an image attributes of that node.
 * `place` makes the ids of notes different from those of other trees.
 */
export function markSpans(place = 'text') {
  return (tree: Root, file: VFile): void => {
    const notes: FootnoteDefinition[] = [];
    // Collected before any is changed, because the words of a note in place leave the tree once it is found.
    const parents: Parents[] = [];
    visit(tree, (node) => {
      if ('children' in node && node.children.some((child) => child.type === 'text')) parents.push(node);
    });
    for (const parent of parents) {
      const marked = bracket(parent.children as PhrasingContent[], file, notes, place);
      parent.children = joinTexts(marked) as typeof parent.children;
    }
    tree.children = tree.children.concat(notes as RootContent[]);
  };
}

/** Inline nodes that may have attributes: all but calls and line breaks. */
const holders = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'image',
  'inlineCode',
  'span',
  'superscript',
  'subscript',
  'htmlElement',
  'formula',
]);

function bracket(
  children: PhrasingContent[],
  file: VFile,
  notes: FootnoteDefinition[],
  place: string,
): PhrasingContent[] {
  const frames: Frame[] = [{ children: [] }];
  const top = (): Frame => frames[frames.length - 1] as Frame;
  for (const child of children) {
    if (child.type === 'text' && /[[\]{]/.test(child.value)) readText(child, sourceText(child, file));
    else top().children.push(child);
  }
  const [{ children: read }, ...open] = frames as [Frame, ...Frame[]];
  for (const frame of open) {
    if (frame.open === '^[') {
      report(file, 'note-closed', {
        at: frame.opening,
        found: 'A note opened by ^[ is not closed',
        fix: 'Close it with ] in the same paragraph, or write \\^[ for the mere signs.',
      });
    }
    read.push(frame.opening as Text);
    for (const child of frame.children) read.push(child);
  }
  return read;

  function readText(node: Text, source: SourceText): void {
    const { value } = node;
    let from = 0;
    const flush = (to: number): void => {
      if (to > from) top().children.push(source.slice(from, to));
    };
    const before = top().children.at(-1);
    const attributes =
      before && holders.has(before.type) && value.startsWith('{') && !source.isEscaped(0)
        ? readAttributes(value)
        : undefined;
    if (before && attributes) {
      applyAttributes(before, attributes, file);
      from = attributes.length;
    }
    for (let i = from; i < value.length; i++) {
      const character = value[i];
      if ((character !== '[' && character !== ']' && character !== '^') || source.isEscaped(i)) continue;
      if (character === '[' || (character === '^' && value[i + 1] === '[' && !source.isEscaped(i + 1))) {
        const open = character === '^' ? '^[' : '[';
        flush(i);
        from = i + open.length;
        frames.push({ open, opening: source.slice(i, from), children: [] });
        i = from - 1;
        continue;
      }
      if (character !== ']' || frames.length === 1) continue;
      flush(i);
      from = i + 1;
      const frame = frames.pop() as Frame;
      const tail = frame.open === '[' && !source.isEscaped(from) ? readAttributes(value.slice(from)) : undefined;
      const position = frame.opening?.position && {
        start: frame.opening.position.start,
        end: source.positionOf(i, i + 1)?.end ?? frame.opening.position.end,
      };
      if (tail) {
        const span: Span = { type: 'span', children: frame.children, ...(position ? { position } : {}) };
        applyAttributes(span, tail, file);
        top().children.push(span);
        from += tail.length;
        i = from - 1;
      } else if (frame.open === '^[') top().children.push(noteOf(frame.children, position));
      else {
        top().children.push(frame.opening as Text);
        for (const child of frame.children) top().children.push(child);
        top().children.push(source.slice(i, i + 1));
      }
    }
    flush(value.length);
  }

  function noteOf(words: PhrasingContent[], position: Text['position']): PhrasingContent {
    const at = position ? { position } : {};
    // No author can write this label, because labels in brackets have no spaces.
    const identifier = `${place} ${notes.length + 1}`;
    if (textOf({ type: 'paragraph', children: words }).trim() === '')
      report(file, 'note-text', {
        at: position,
        found: 'The note ^[] is empty',
        fix: 'Write its words, or remove it.',
      });
    notes.push({
      type: 'footnoteDefinition',
      identifier,
      children: [{ type: 'paragraph', children: words, ...at }],
      ...at,
    });
    return { type: 'footnoteReference', identifier, ...at };
  }
}
