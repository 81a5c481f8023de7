import type { Inline, Run } from './galley.ts';

/** What stands for a box that is not text. It is none of the characters that break lines. */
export const object = '\ufffc';

/** A part’s text as it is set: spaces collapsed, every character with the run and offset it comes from. */
export interface Flat {
  text: string;
  runs: (Run | undefined)[];
  offsets: number[];
  /** What the boxes say, by index. */
  said: Map<number, string>;
  /** Width of the boxes, and of the edges before a character, by index, in px. */
  boxes: Map<number, number>;
  edges: Map<number, number>;
  /** Before which characters the author put a soft hyphen, and a `<wbr>`. */
  soft: Set<number>;
  wbr: Set<number>;
}

/** Puts a part’s runs in a row. Spaces at its beginning and end, and all but the first of several, are not set. */
export function flatten(part: readonly Inline[]): Flat {
  const characters: string[] = [];
  const flat: Flat = {
    text: '',
    runs: [],
    offsets: [],
    said: new Map(),
    boxes: new Map(),
    edges: new Map(),
    soft: new Set(),
    wbr: new Set(),
  };
  let pending = 0;
  const add = (character: string, run: Run | undefined, offset: number) => {
    const at = characters.push(character) - 1;
    flat.runs.push(run);
    flat.offsets.push(offset);
    if (pending !== 0) flat.edges.set(at, pending);
    pending = 0;
  };
  for (const inline of part) {
    if (inline.kind === 'edge') pending += inline.width;
    else if (inline.kind === 'wbr') flat.wbr.add(characters.length);
    else if (inline.kind === 'box') {
      flat.boxes.set(characters.length, inline.width);
      flat.said.set(characters.length, inline.text);
      add(object, undefined, 0);
    } else {
      const soft = new Set(inline.soft);
      for (let offset = 0; offset < inline.text.length; offset++) {
        const character = inline.text.charAt(offset);
        if (soft.has(offset)) flat.soft.add(characters.length);
        if (!/[ \t\n\r]/.test(character)) add(character, inline, offset);
        else if (characters.length > 0 && characters.at(-1) !== ' ') add(' ', inline, offset);
      }
    }
  }
  if (characters.at(-1) === ' ') {
    const at = characters.length - 1;
    pending += flat.edges.get(at) ?? 0;
    flat.edges.delete(at);
    characters.pop();
    flat.runs.pop();
    flat.offsets.pop();
  }
  if (pending !== 0) flat.edges.set(characters.length, pending);
  flat.text = characters.join('');
  return flat;
}
