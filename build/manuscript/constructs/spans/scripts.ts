import type { Link, Parents, PhrasingContent, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { type SourceText, sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import { joinTexts } from '../text/join.ts';

/** An opening mark, which a later one may close. */
interface Frame {
  mark?: '^' | '~';
  opening?: Text;
  /** Whether the mark directly follows something, as in `H~2~O`. */
  attached?: boolean;
  children: PhrasingContent[];
}

/**
 * Reads superscripts, `^…^`, and subscripts, `~…~`, by Pandoc’s rule: spaces in them must be escaped. Single carets and
 * tildes are text: `~5 km`, `a^b`, `~/.config`, `3~5, 7~9`.
 */
export function readScripts() {
  return (tree: Root, file: VFile): void => {
    const parents: Parents[] = [];
    visit(tree, (node) => {
      if ('children' in node && node.children.some(hasMark) && !(node.type === 'link' && isAddress(node)))
        parents.push(node);
    });
    for (const parent of parents)
      parent.children = joinTexts(scripted(parent.children as PhrasingContent[], file)) as typeof parent.children;
  };
}

function hasMark(node: { type: string; value?: unknown }): boolean {
  return node.type === 'text' && /[\^~]/.test(String(node.value));
}

/** True if a link shows its address. A tilde then belongs to the address. */
function isAddress(link: Link): boolean {
  return link.url.endsWith(textOf(link));
}

function scripted(children: PhrasingContent[], file: VFile): PhrasingContent[] {
  const frames: Frame[] = [{ children: [] }];
  const top = (): Frame => frames[frames.length - 1] as Frame;
  for (const child of children) {
    if (child.type === 'text') readText(child, sourceText(child, file));
    else {
      if (child.type === 'break' || child.type === 'image' || /\s/.test(spaces(textOf(child)))) leave(1);
      top().children.push(child);
    }
  }
  leave(1);
  return top().children;

  /** Turns the marks of the frames from `depth` on back into text. */
  function leave(depth: number): void {
    while (frames.length > depth) {
      const { opening, children: inside } = frames.pop() as Frame;
      top().children.push(opening as Text, ...inside);
    }
  }

  function readText(node: Text, source: SourceText): void {
    const { value } = node;
    let from = 0;
    const flush = (to: number): void => {
      if (to > from) top().children.push(source.slice(from, to));
      from = to;
    };
    for (let i = 0; i < value.length; i++) {
      const character = value[i] as string;
      if (/\s/.test(spaces(character)) && frames.length > 1) {
        flush(i);
        leave(1);
      }
      if ((character !== '^' && character !== '~') || !isMark(value, i, character) || source.isEscaped(i)) continue;
      flush(i);
      const depth = frames.findLastIndex(({ mark }) => mark === character);
      const frame = frames[depth];
      if (depth > 0 && frame) {
        leave(depth + 1);
        if (isScript(frame, value[i + 1])) {
          frames.pop();
          top().children.push(scriptOf(frame, source.positionOf(i, i + 1)));
          from = i + 1;
        } else leave(depth);
      } else if (opens(value[i + 1], character)) {
        const attached = i > 0 ? /[^\s(]/.test(value[i - 1] as string) : top().children.length > 0;
        frames.push({ mark: character, opening: source.slice(i, i + 1), attached, children: [] });
        from = i + 1;
      }
    }
    flush(value.length);
  }
}

/** Text in which no-break spaces are letters, because authors use them to keep words together. */
function spaces(text: string): string {
  return text.replaceAll('\u00a0', '_');
}

/** True if a sign is a mark by itself: `~~` strikes out, `^[` is a note, `[^` calls one, and `/~name` is an address. */
function isMark(value: string, i: number, mark: string): boolean {
  const before = value[i - 1];
  const after = value[i + 1];
  if (before === mark || after === mark) return false;
  return mark === '^' ? after !== '[' && before !== '[' : before !== '/';
}

function opens(after: string | undefined, mark: string): boolean {
  if (after === undefined) return true;
  return mark === '^' ? !/[\s{]/.test(after) : !/[\s/{]/.test(after);
}

/** True if the words between two marks are a superscript or subscript. */
function isScript({ mark, attached, children }: Frame, after: string | undefined): boolean {
  const words = textOf({ type: 'paragraph', children });
  if (children.length === 0) return false;
  const beforeDigit = /\d/.test(after ?? '');
  // `x^2+y^2` and `3~5,7~9`: two opening signs, and none that closes.
  if (beforeDigit && (mark === '~' || /[-+−–=*/<>≤≥×·,;].*./.test(words))) return false;
  // `^_^` is a face.
  return attached === true || children.some(({ type }) => type !== 'text') || /[\p{L}\p{N}]/u.test(words);
}

/**
 * The node for words between two marks. A superscript with nothing but a call is the call, which styles raise anyway.
 */
function scriptOf({ mark, opening, children }: Frame, end: Text['position']): PhrasingContent {
  const position = opening?.position && end ? { position: { start: opening.position.start, end: end.end } } : {};
  const [only] = children;
  if (mark === '^' && children.length === 1 && only?.type === 'footnoteReference') return only;
  return { type: mark === '^' ? 'superscript' : 'subscript', children, ...position };
}
