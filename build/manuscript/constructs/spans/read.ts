import type { FootnoteDefinition, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { type SourceText, sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import type { Span } from '../../tree.ts';
import { applyAttributes } from '../attributes/apply.ts';
import type { Attributes } from '../attributes/read.ts';
import { type AttributesBehind, attributesBehind } from '../index-marks/attributes-behind.ts';
import { isEmptyAttributes, takeIndexMarks, withIndexMarks } from '../index-marks/from-attributes.ts';
import { joinTexts } from '../text/join.ts';

interface Frame {
  /** `^[` or `[`; the outermost frame has none. */
  open?: '^[' | '[';
  opening?: Text;
  children: PhrasingContent[];
}

/**
 * Reads marks that Markdown leaves in the text: `[words]{lang=uk}` becomes a span, `[words]{.index}` a mark for an
 * index, `^[words]` a note with its definition at the end of the tree, and `{…}` directly after emphasis, a link or an
 * image attributes of that node.
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
  'indexMark',
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
  const sourceOf = (text: Text): SourceText => sourceText(text, file);
  /** The text with the end of attributes that began in an earlier one. */
  let end: AttributesBehind['end'] | undefined;
  for (const [i, whole] of children.entries()) {
    if (end && end.node !== whole) continue;
    const child = end && whole.type === 'text' ? sourceOf(whole).slice(end.index) : whole;
    end = undefined;
    if (child.type === 'text' && /[[\]{]/.test(child.value)) readText(child, sourceOf(child), children.slice(i + 1));
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

  function readText(node: Text, source: SourceText, later: readonly PhrasingContent[]): void {
    const { value } = node;
    let from = 0;
    const flush = (to: number): void => {
      if (to > from) top().children.push(source.slice(from, to));
    };
    const before = top().children.at(-1);
    const own = before && holders.has(before.type) ? attributesBehind(node, source, 0, later, file) : undefined;
    if (before && own) {
      const { marks, others } = takeIndexMarks(own.attributes, file, before);
      applyAttributes(before, others, file);
      if (marks.length > 0) top().children.splice(-1, 1, ...withIndexMarks([before], marks, before.position));
      from = endOf(own);
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
      const tail = frame.open === '[' ? attributesBehind(node, source, from, later, file) : undefined;
      const position = frame.opening?.position && {
        start: frame.opening.position.start,
        end: source.positionOf(i, i + 1)?.end ?? frame.opening.position.end,
      };
      if (tail) {
        top().children.push(...spanOf(frame.children, tail.attributes, position));
        from = endOf(tail);
        i = from - 1;
      } else if (frame.open === '^[') top().children.push(noteOf(frame.children, position));
      else {
        top().children.push(frame.opening as Text);
        for (const child of frame.children) top().children.push(child);
        top().children.push(source.slice(i, i + 1));
      }
    }
    flush(value.length);

    /** The index behind attributes: all of the text, if they end in a later one. */
    function endOf(attributes: AttributesBehind): number {
      if (attributes.end.node === node) return attributes.end.index;
      end = attributes.end;
      return value.length;
    }
  }

  /** Words in brackets with attributes: a span, in the marks for indexes that they say, or these alone. */
  function spanOf(words: PhrasingContent[], attributes: Attributes, position: Text['position']): PhrasingContent[] {
    const span: Span = { type: 'span', children: words, ...(position ? { position } : {}) };
    const { marks, others } = takeIndexMarks(attributes, file, span);
    if (marks.length > 0 && isEmptyAttributes(others)) return withIndexMarks(words, marks, position);
    applyAttributes(span, others, file);
    return withIndexMarks([span], marks, position);
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
